/**
 * The native parts that `ui/` is built from. WeChat gives its own; in a browser the build swaps the whole module
 * for `h5.tsx`, plain HTML with the same props, so that roles, focus and keyboard are the browser's own.
 */
export { Button, Image, Input, ScrollView, Text, Textarea, View } from '@tarojs/components';

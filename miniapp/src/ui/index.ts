export { Text, View } from '@/platform/host';

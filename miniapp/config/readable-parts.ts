/**
 * Taro's weapp templates drop every aria attribute. These native parts get them back, so that a screen reader
 * hears what the screen shows; `build-check` asserts the result in `base.wxml`.
 */
export const readableParts = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'ScrollView', 'Switch'];

const ariaAttributes = [
  'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-checked',
  'aria-disabled',
  'aria-live',
  'aria-expanded',
  'aria-selected',
  'aria-modal',
  'aria-valuenow',
  'aria-valuemin',
  'aria-valuemax',
];

/** Attribute lists in the shape that `@tarojs/plugin-inject` merges into its templates. */
export function withReadableParts(parts: readonly string[]): Record<string, Record<string, string>> {
  const attributes = Object.fromEntries(ariaAttributes.map((name) => [name, '']));
  return Object.fromEntries(parts.map((part) => [part, attributes]));
}

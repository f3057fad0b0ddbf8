/** What a screen reader should know about a part. */
export type Readable = {
  readonly role?: string | undefined;
  readonly label?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly selected?: boolean | undefined;
  readonly modal?: boolean | undefined;
  readonly live?: 'polite' | 'assertive' | undefined;
  /** Browser only: ids of the words that describe the part. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** Of a heading: 1 is the screen's title, 2 what stands below it (and the default). */
  readonly level?: 1 | 2 | 3 | undefined;
};

/**
 * The same facts as attributes for both targets. WeChat reads `aria-role`, a browser `role`; the rest is shared.
 * @example <View {...readable({ role: 'status', live: 'polite' })}>
 */
export function readable({ role, level, ...facts }: Readable): Record<string, string | boolean> {
  const attributes: Record<string, string | boolean> = role === undefined ? {} : { role, 'aria-role': role };
  // a heading without a level is none to a screen reader
  if (role === 'heading') attributes['aria-level'] = String(level ?? 2);
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) attributes[`aria-${name.toLowerCase()}`] = value;
  }
  return attributes;
}

/** Joins class names, leaving out what does not apply. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

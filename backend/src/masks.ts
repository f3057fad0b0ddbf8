/** A name as others may see it: the first character, then a star for each further one; two characters keep one. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.max(1, rest.length));
}

/** A phone number as others may see it: its last four digits. */
export function maskPhone(phone: string): string {
  return `****${phone.slice(-4)}`;
}

/** What stands where data was destroyed with its purpose. */
export const destroyedText = '—';

/** The address under which a QR is shown: an image as it is, drawn lines wrapped as one; undefined for anything else. */
export function qrSource(qr: string): string | undefined {
  if (qr.startsWith('data:image/')) return qr;
  if (qr.startsWith('<svg')) return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(qr)}`;
  return undefined;
}

/** Six digits in two threes, as one says them. */
export const spokenDigits = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`;

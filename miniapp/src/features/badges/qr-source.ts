import { create } from 'qrcode';

/** White around the code, in cells; scanners need four. */
const quietCells = 4;

/** The dark cells of a code as one path, a square of one unit for each. */
function cellsOf({ size, data }: { readonly size: number; readonly data: ArrayLike<number> }): string {
  return Array.from(data, (isDark, place) => {
    const at = `${(place % size) + quietCells} ${Math.floor(place / size) + quietCells}`;
    return isDark ? `M${at}h1v1h-1z` : '';
  }).join('');
}

/** ASCII text as a square code, as the address of a drawing: black on white whatever the theme. */
export function qrSource(text: string): string {
  // as bytes made here: the phones' own programs have no TextEncoder; what stands in a code is plain ASCII
  const data = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const { modules } = create([{ mode: 'byte', data }], { errorCorrectionLevel: 'M' });
  const edge = modules.size + 2 * quietCells;
  const ground = `<path fill="#fff" d="M0 0h${edge}v${edge}H0z"/>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges">${ground}<path d="${cellsOf(modules)}"/></svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
}

/** Six digits in two threes, as one says them. */
export const spokenDigits = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`;

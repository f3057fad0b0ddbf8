import { isH5 } from './target';

/** Whether something can be put on paper here: a browser asks its printer, WeChat knows none. */
export const canPrint = isH5;

/**
 * Opens the browser's printing dialog with the part of the page that has this class and nothing else, black on white
 * whatever theme is on. Does nothing where nothing is printed.
 */
export function printPart(className: string): void {
  if (!canPrint) return;
  const part = `.${className}`;
  const sheet = document.createElement('style');
  // made for this one print: WeChat's style sheets have no rule for everything
  sheet.textContent = `@media print {
    html, body { background: #fff; }
    body * { visibility: hidden; }
    ${part}, ${part} * { visibility: visible; color: #000; background: #fff; }
    ${part} { position: absolute; inset: 0 auto auto 0; }
  }`;
  document.head.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  window.print();
}

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical on this screen, each with the first element it concerns. */
async function seriousViolations(page: Page): Promise<string[]> {
  // evaluated by the browser itself, so that the page's own policy on scripts stays as strict as it is
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>('axe.run(document).then(({ violations }) => violations)');
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
}

/** Half a pixel is lost to rounding between the design's width and a phone's. */
const measured = `(() => {
  const least = 47.5;
  const isSeen = (part) => part.offsetParent !== null && part.getBoundingClientRect().width > 0;
  const name = (part) => part.getAttribute('aria-label') ?? (part.textContent ?? '').slice(0, 20);
  const size = (part) => part.getBoundingClientRect();
  const targets = [...document.querySelectorAll('button, input, textarea')].filter(isSeen);
  const small = targets.filter((part) => size(part).width < least || size(part).height < least);
  const edge = document.documentElement.clientWidth + 1;
  const beyond = [...document.querySelectorAll('.page *')].filter((part) => isSeen(part) && size(part).right > edge);
  return [
    ...small.map((part) => 'small: ' + name(part)),
    ...beyond.map((part) => 'beyond the edge: ' + name(part)),
  ];
})()`;

/** Targets smaller than a thumb needs, and what reaches beyond the edge of the phone. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(measured);
}

/** What is wrong with this screen for eyes, thumbs and screen readers, in the light and in the dark theme. */
export async function faultsOf(page: Page): Promise<string[]> {
  const light = await seriousViolations(page);
  const sizes = await misfits(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await seriousViolations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...sizes, ...dark.map((fault) => `dark, ${fault}`)];
}

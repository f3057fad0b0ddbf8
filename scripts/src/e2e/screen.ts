import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { root } from '../places';

/** Where screenshots of a run go; not kept in git. */
const pictures = path.join(root, '.artifacts', 'e2e');

/** Signs a sample person in, reading the code that the demo shows. */
export async function signInOnScreen(page: Page, address: string, phone: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '要验证码' }).click();
  const shown = page.getByText(/演示：验证码是 \d{6}/);
  await shown.waitFor();
  const code = /\d{6}/.exec((await shown.textContent()) ?? '')?.[0] ?? '';
  const field = page.getByLabel('验证码', { exact: true });
  if (!(await field.inputValue())) await field.fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '要验证码' }).waitFor({ state: 'detached' });
}

/** The first visible button of this name: screens further back stay in the document, hidden. */
export function button(page: Page, name: string | RegExp): Locator {
  return page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .filter({ visible: true })
    .first();
}

/** Taps the first button that bears this name. */
export async function tap(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).click();
}

/** Taps the first visible words that read like this. */
export async function tapWords(page: Page, words: string | RegExp): Promise<void> {
  await page
    .getByText(words, { exact: typeof words === 'string' })
    .filter({ visible: true })
    .first()
    .click();
}

/** True when the words appear within the time; a story asks, it does not sleep. */
export async function reads(page: Page, words: string | RegExp, timeout = 20_000): Promise<boolean> {
  return page
    .getByText(words)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );
}

/** Keeps a picture of what this person sees now. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** Keeps a picture of what every phone shows now, to see where a story stopped. */
export async function lastSights(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) await picture(page, `stopped-${index + 1}`);
}

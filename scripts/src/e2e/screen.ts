import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { root } from '../places';
import { ownerOf } from './browser';

/** Where screenshots of a run go; not kept in git. */
const pictures = path.join(root, '.artifacts', 'e2e');

const answerMs = 20_000;
const patienceMs = 90_000;

/** Pictures of an earlier run would be taken for those of this one. */
export function forgetPictures(): void {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
}

/** Signs a sample person in, reading the code that the demo shows; asks again when the server is too busy for it. */
export async function signInOnScreen(page: Page, address: string, phone: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('手机号').fill(phone);
  const shown = page.getByText(/演示：验证码是 \d{6}/);
  await untilSeen(shown, () => tap(page, '要验证码'));
  const code = /\d{6}/.exec((await shown.textContent()) ?? '')?.[0] ?? '';
  const field = page.getByLabel('验证码', { exact: true });
  await field.fill(code);
  // the field of the code goes when the server has said yes, not before
  await untilGone(field, () => tap(page, '登录'));
}

/** Does something until it shows, as a person does who is told to try again in a while. */
async function untilSeen(wanted: Locator, act: () => Promise<void>): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    await act().catch(() => undefined);
    const isSeen = await wanted.waitFor({ timeout: answerMs }).then(
      () => true,
      () => false,
    );
    if (isSeen) return;
    if (Date.now() > until) throw new Error(`it does not appear: ${wanted.toString()}`);
  }
}

async function untilGone(part: Locator, act: () => Promise<void>): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    await act().catch(() => undefined);
    const isGone = await part.waitFor({ state: 'detached', timeout: answerMs }).then(
      () => true,
      () => false,
    );
    if (isGone) return;
    if (Date.now() > until) throw new Error(`it does not go: ${part.toString()}`);
  }
}

/** The first visible button of this name: screens further back stay in the document, hidden. */
export function button(page: Page | Locator, name: string | RegExp): Locator {
  return page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .filter({ visible: true })
    .first();
}

const lastTaps = new WeakMap<Page, number>();
/** The product takes two taps on one spot within 0.4 s for one double tap; a person reads before pressing the next. */
const readingMs = 500;

/** Does something to a part at the pace of a person. */
async function press(part: Locator, act: (part: Locator) => Promise<void> = (one) => one.click()): Promise<void> {
  await part.waitFor();
  const page = part.page();
  const since = Date.now() - (lastTaps.get(page) ?? 0);
  if (since < readingMs) await page.waitForTimeout(readingMs - since);
  await act(part);
  lastTaps.set(page, Date.now());
}

/** Taps a part of the screen that was found otherwise. */
export const tapPart = (part: Locator): Promise<void> => press(part);

/** Taps the first button that bears this name. */
export const tap = (page: Page | Locator, name: string | RegExp): Promise<void> => press(button(page, name));

/** Taps twice on one spot, as a shaking or impatient thumb does, whatever lies there by then. */
export const tapTwice = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  press(button(page, name), (part) => part.dblclick());

/** The first visible words that read like this. */
function wordsOn(page: Page, words: string | RegExp): Locator {
  return page
    .getByText(words, { exact: typeof words === 'string' })
    .filter({ visible: true })
    .first();
}

/** Taps the first visible words that read like this. */
export async function tapWords(page: Page, words: string | RegExp): Promise<void> {
  await press(wordsOn(page, words));
}

/** The card on this screen that holds these words, to press something inside it and nowhere else. */
export function cardOf(page: Page, kind: string, words: string | RegExp): Locator {
  return page.locator(kind, { hasText: words }).filter({ visible: true }).first();
}

/** All cards on this screen that hold these words. */
export const cardsOf = (page: Page, words: string | RegExp): Locator =>
  page.locator('.card', { hasText: words }).filter({ visible: true });

/** True when the words appear within the time, on the screen or in a part of it; a story asks, it does not sleep. */
export async function reads(page: Page | Locator, words: string | RegExp, timeout = answerMs): Promise<boolean> {
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

/** True when nobody can read the words on this screen any more, within the time. */
export async function readsNoMore(page: Page, words: string | RegExp, timeout = answerMs): Promise<boolean> {
  return page
    .getByText(words)
    .filter({ visible: true })
    .first()
    .waitFor({ state: 'hidden', timeout })
    .then(
      () => true,
      () => false,
    );
}

/** True when a part of the screen is gone within the time: what was done to it is with somebody else now. */
export async function leaves(part: Locator, timeout = answerMs): Promise<boolean> {
  return part.waitFor({ state: 'hidden', timeout }).then(
    () => true,
    () => false,
  );
}

/** Every word that lies in this phone's document now, drawn or not. */
export const allWords = async (page: Page): Promise<string> => (await page.locator('body').textContent()) ?? '';

/** Opens a screen by its address, as a link in a message does. */
export async function openScreen(page: Page, address: string, screen: string): Promise<void> {
  await page.goto(`${address}/#${screen}`);
}

/** Opens a screen anew, by way of another one: no sheet or chosen tab of an earlier visit lies on it. */
export async function openAnew(page: Page, address: string, screen: string): Promise<void> {
  await openScreen(page, address, '/pages/settings/index');
  // a screen that is still being opened would overtake the next
  await reads(page, '字的大小');
  await openScreen(page, address, screen);
}

/** Keeps a picture of what this person sees now. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** Keeps a picture of what every phone shows now, to see where a check failed; their names. */
export async function lastSights(browser: Browser, failure: number): Promise<readonly string[]> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const names = pages.map((page, index) => `failed-${failure}-${index + 1}-${ownerOf(page)}`);
  await Promise.all(pages.map((page, index) => picture(page, names[index] ?? 'failed')));
  return names.map((name) => path.relative(root, path.join(pictures, `${name}.png`)));
}

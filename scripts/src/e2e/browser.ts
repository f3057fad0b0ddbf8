import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens the machine's Chromium. @throws naming the package to install when there is none */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? places.find(existsSync);
  if (!executablePath) throw new Error('No Chromium found. Install the package "chromium", or name one in CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const owners = new WeakMap<Page, string>();

/** Whose phone it is, for the name of a picture. */
export const ownerOf = (page: Page): string => owners.get(page) ?? 'somebody';

/** The clock of a phone that shows the time of a moved product: everything its pages call now is so far ahead. */
const movableDate = `(() => {
  const Machine = Date;
  globalThis.aheadMs = 0;
  const now = () => Machine.now() + globalThis.aheadMs;
  globalThis.Date = class extends Machine {
    constructor(...given) {
      if (given.length === 0) super(now());
      else super(...given);
    }
    static now() {
      return now();
    }
  };
})()`;

/** Sets the clocks of all phones of these people so far ahead of this machine's; a page that is opened anew follows. */
export async function setPhoneClocks(browser: Browser, aheadMs: number): Promise<void> {
  const set = `globalThis.aheadMs = ${aheadMs}`;
  await Promise.all(
    browser.contexts().map(async (context) => {
      await context.addInitScript(set);
      await Promise.all(context.pages().map((page) => page.evaluate(set)));
    }),
  );
}

/**
 * A person with a phone of their own: storage, size and language of a phone in China.
 * @param aheadMs how far its clock is ahead of this machine's
 */
export async function openPhone(browser: Browser, owner: string, aheadMs = 0): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    colorScheme: 'light',
  });
  await context.addInitScript(movableDate);
  await context.addInitScript(`globalThis.aheadMs = ${aheadMs}`);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  owners.set(page, owner);
  return page;
}

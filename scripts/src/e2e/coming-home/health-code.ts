import type { Page } from 'playwright-core';
import { codeClerk, communityWorker, countyHead, dispatcher, enterAtWork, fits, type Stage } from '../people';
import { cardOf, leaves, openScreen, picture, reads, tap } from '../screen';

const screen = '/packages/command/codes/index';

/** Who says yes, one after the other, with the word of their button and what is waited for then. */
const approvals = [
  [communityWorker, 'community-worker', '社区同意'],
  [dispatcher, 'township-codes', '乡镇同意'],
  [countyHead, 'county-head', '县里同意'],
] as const;

/**
 * Written by itself at the landing, approved three times, handed to the province, and its answer kept (handbook 2.11).
 * Who says yes does so for all of these in one go: a phone is sent only so many codes to sign in with.
 */
export async function asksForCodes(stage: Stage, names: readonly string[]): Promise<void> {
  for (const [phone, owner, yes] of approvals) {
    const page = await enterAtWork(stage, phone, owner);
    for (const masked of names) await approves(stage, page, { owner, yes, masked });
    await page.context().close();
  }
  const clerk = await enterAtWork(stage, codeClerk, 'code-clerk');
  for (const masked of names) await handsIn(stage, clerk, masked);
  await clerk.context().close();
}

interface Approval {
  readonly owner: string;
  readonly yes: string;
  readonly masked: string;
}

async function approves({ checks, system }: Stage, page: Page, { owner, yes, masked }: Approval): Promise<void> {
  await openScreen(page, system.address, screen);
  const card = cardOf(page, '.card', masked);
  await checks.check(`the ${owner} has the request for ${masked}`, await reads(card, /申请赋/));
  await fits(checks, page, `requests for codes of the ${owner}`);
  if (owner === 'community-worker') await picture(page, '50-code');
  await tap(card, yes);
  await checks.check(`the ${owner} says yes, and it waits for the next`, await leaves(card));
}

async function handsIn({ checks, system }: Stage, page: Page, masked: string): Promise<void> {
  await openScreen(page, system.address, screen);
  const covered = cardOf(page, '.card', masked);
  await covered.waitFor();
  // the sign stays when the name is uncovered
  const sign = /\*\* · ([A-Z0-9]{4})/.exec((await covered.textContent()) ?? '')?.[1];
  if (!sign) throw new Error(`the request for ${masked} has no sign`);
  await tap(covered, '看姓名和证件号');
  const card = cardOf(page, '.card', sign);
  await checks.check('whoever hands it in opens the name, and it is written down', await reads(card, /记下|记录/));
  await fits(checks, page, 'a request to hand in');
  await picture(page, '51-code-clerk');
  await tap(card, '已经报上去了');
  await tap(card, '省里办好了');
  await checks.check('the province has answered, and nobody waits any more', await leaves(card));
}

import { sampleCounty } from '@grid-relief/backend/src/sample-county';
import { offeredToMe } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { Browser, Page } from 'playwright-core';
import { sampleSeed } from '../seed';
import { signIn } from '../simulate/client';
import { seriousViolations } from './accessible';
import { openPhone } from './browser';
import type { Checks } from './checks';
import { signInOnScreen } from './screen';
import type { System } from './system';

/** Sample people of the story, by the phone they sign in with. */
export const grandmother = '10000000001';
export const daughter = '10000000002';
export const gridWorker = '10000000005';
export const neighbour = '10000000007';

/** What the story needs of the world: a browser, the product, and a way to count what was seen. */
export interface Stage {
  readonly browser: Browser;
  readonly system: System;
  readonly checks: Checks;
}

/** A person takes out a phone of their own and signs in. */
export async function enter({ browser, system }: Stage, phone: string): Promise<Page> {
  const { page } = await openPhone(browser);
  await signInOnScreen(page, system.address, phone);
  return page;
}

/** Axe looks at what this person sees now. */
export async function noViolations(checks: Checks, page: Page, screen: string): Promise<void> {
  const found = await seriousViolations(page);
  await checks.check(
    `axe finds nothing serious on ${screen}${found.length > 0 ? ` (${found.join('; ')})` : ''}`,
    found.length === 0,
  );
}

/** The volunteer whom the router asked for this kind, found as each volunteer's own phone would see it. */
export async function whoWasAsked(address: string, kind: string): Promise<string> {
  const { volunteers } = sampleCounty({ size: 'small', seed: sampleSeed, now: new Date() });
  for (const { phone } of volunteers.filter(({ onDuty }) => onDuty)) {
    const person = await signIn(address, phone);
    const offers = await person.call(offeredToMe);
    if (offers.ok && offers.value.items.some((offer) => offer.kind === kind)) return phone;
  }
  throw new Error(`nobody was asked about ${kind}`);
}

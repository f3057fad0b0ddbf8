import { isOnShift, sampleCounty } from '@grid-relief/backend/src/sample-county';
import { getDelivery, myDeliveries, offeredToMe } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow, DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { Browser, Page } from 'playwright-core';
import { sampleSeed } from '../seed';
import { type Outcome, type SimulatedPerson, signIn } from '../simulate/client';
import { faultsOf } from './accessible';
import { openPhone, setPhoneClocks } from './browser';
import type { Checks } from './checks';
import { persistently } from './persistently';
import { signInOnScreen } from './screen';
import type { System } from './system';

/** Sample people of the story, by the phone they sign in with. */
export const grandmother = '10000000001';
export const daughter = '10000000002';
export const gridWorker = '10000000005';
export const gridLeader = '10000000006';
export const neighbour = '10000000007';
export const cashier = '10000000008';
export const dispatcher = '10000000009';
export const doctor = '10000000011';
export const storeKeeper = '10000000012';
export const sealedHome = '10000000013';
/** Carries inside the sealed zone. */
export const insider = '10000000015';
export const controlledHome = '10000000016';
/** Helps at the pick-up place. */
export const placeHelper = '10000000017';
/** Nobody of the stories that are not about the controlled zone. */
export const stranger = controlledHome;
export const investigator = '10000000018';
export const countyDispatcher = '10000000019';
export const countyHead = '10000000020';
export const officer = '10000000021';
export const screener = '10000000022';
export const sampler = '10000000023';
export const lab = '10000000024';
export const siteManager = '10000000025';
export const shiftLeader = '10000000026';
export const communityWorker = '10000000028';
export const codeClerk = '10000000029';
export const transferDesk = '10000000030';
export const driver = '10000000031';

/** What the story needs of the world: a browser, the product, and a way to count what was seen. */
export interface Stage {
  readonly browser: Browser;
  readonly system: System;
  readonly checks: Checks;
}

/** A person takes out a phone of their own and signs in. */
export async function enter({ browser, system }: Stage, phone: string, owner: string): Promise<Page> {
  const page = await openPhone(browser, owner, system.now().getTime() - Date.now());
  await signInOnScreen(page, system.address, phone);
  return page;
}

/** The same of somebody who works here: led to the first page of that work, which would overtake an address opened before. */
export async function enterAtWork(stage: Stage, phone: string, owner: string): Promise<Page> {
  const page = await enter(stage, phone, owner);
  await page.waitForURL(/#\/packages\//);
  // the address is there before the page is: every first page of work has the bell, and another title than a resident's
  const bell = page.getByRole('button', { name: /^消息/ });
  await page.locator('.page').filter({ has: bell, hasNotText: '网格保供', visible: true }).first().waitFor();
  return page;
}

/**
 * Everybody else puts the phone away. An open screen is read anew at every move of the clock and every message of the
 * server, and signs in anew; all these phones stand behind one address, from which only so many are let in a minute.
 */
export async function putAway({ browser }: Stage, except: readonly Page[] = []): Promise<void> {
  const kept = new Set(except.map((page) => page.context()));
  await Promise.all(browser.contexts().map((context) => (kept.has(context) ? undefined : context.close())));
}

/** Eyes, thumbs and screen readers look at what this person sees now, in both themes. */
export async function fits(checks: Checks, page: Page, screen: string): Promise<void> {
  const found = await faultsOf(page);
  await checks.check(
    `${screen}: axe finds nothing serious in light or dark, every target has 48 px, nothing reaches beyond the edge${
      found.length > 0 ? ` (${found.join('; ')})` : ''
    }`,
    found.length === 0,
  );
}

const shanghaiHours = 8;

/** Moves every clock on to an instant; does nothing when that is past. */
export async function moveOn({ browser, system }: Stage, to: Date): Promise<void> {
  const byMs = to.getTime() - system.now().getTime();
  if (byMs <= 0) return;
  await system.moveClock(byMs);
  await setPhoneClocks(browser, system.now().getTime() - Date.now());
}

/** Moves every clock on to an hour of the Shanghai day so many days ahead. */
export function moveTo(stage: Stage, daysAhead: number, hour: number): Promise<void> {
  const [year = 0, month = 1, date = 1] = dayOf(stage.system.now()).split('-').map(Number);
  return moveOn(stage, new Date(Date.UTC(year, month - 1, date + daysAhead, hour - shanghaiHours)));
}

const known = new Map<string, Promise<SimulatedPerson>>();

/** The same person, asking the server directly: what is stored, and what is kept from whom. */
export function asking({ system }: Stage, phone: string): Promise<SimulatedPerson> {
  const person = known.get(phone) ?? persistently(() => signIn(system.address, phone));
  known.set(phone, person);
  return person;
}

/** The value of an answer; asked again while the server is too busy to give one. @throws when it is refused for good */
export function told<T>(ask: () => Promise<Outcome<T>>): Promise<T> {
  return persistently(async () => {
    const answer = await ask();
    if (answer.ok) return answer.value;
    throw new Error(`the server answers ${answer.status} ${answer.problem}`);
  });
}

/** The request as this person is shown what is stored; without one, as the family is. */
export async function stored(stage: Stage, id: string, phone: string = daughter): Promise<DeliveryView> {
  const person = await asking(stage, phone);
  return told(() => person.call(getDelivery, { params: { id: RecordId.parse(id) } }));
}

/** How often this action stands in the request's history, as its household reads it. */
export async function timesDone(stage: Stage, id: string, action: string, home: string = daughter): Promise<number> {
  return (await stored(stage, id, home)).timeline.filter((entry) => entry.action === action).length;
}

/** What is listed for the family. */
export async function listed(stage: Stage): Promise<readonly DeliveryRow[]> {
  const family = await asking(stage, daughter);
  return (await told(() => family.call(myDeliveries, { query: {} }))).items;
}

/** The volunteer whom the router asked for this kind. */
export const whoWasAsked = (stage: Stage, kind: string): Promise<string> =>
  volunteerWho(stage, `was asked about ${kind}`, async (person) =>
    (await offersTo(person)).some((offer) => offer.kind === kind),
  );

/** The volunteer whom the router asked for this request. */
export const whoWasAskedFor = (stage: Stage, id: string): Promise<string> =>
  volunteerWho(stage, `was asked for ${id}`, async (person) =>
    (await offersTo(person)).some((offer) => offer.id === id),
  );

async function offersTo(person: SimulatedPerson): Promise<readonly DeliveryView[]> {
  const offers = await person.call(offeredToMe);
  if (!offers.ok) throw new Error(`a volunteer is not told of offers: ${offers.status} ${offers.problem}`);
  return offers.value.items;
}

/** The first volunteer on duty of whom this is so, found as each one's own phone would see it. */
export async function volunteerWho(
  stage: Stage,
  what: string,
  isSo: (person: SimulatedPerson) => Promise<boolean>,
): Promise<string> {
  const { volunteers } = sampleCounty({ size: 'small', seed: sampleSeed, now: new Date() });
  return persistently(async () => {
    for (const { phone } of volunteers.filter(({ roster }) => isOnShift(roster, stage.system.now()))) {
      if (await isSo(await asking(stage, phone))) return phone;
    }
    throw new Error(`nobody ${what}`);
  });
}

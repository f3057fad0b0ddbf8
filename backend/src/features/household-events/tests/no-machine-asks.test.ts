import { existsSync } from 'node:fs';
import path from 'node:path';
import { lifecycles } from '@grid-relief/shared-types/lifecycles/all';
import { deliveredTwice } from '../../../testing/delivered-twice';
import { testCounty } from '../../../testing/test-app';
import { desk, act as onCode, requests, sent as sentCode } from '../../code-requests/testing/requests';
import {
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  grid,
  inHours,
  link,
  now,
  onLink,
  post,
  type Somebody,
  settle,
  somebody,
  submitted,
  told,
  wait,
} from '../../returnees/testing/scene';
import { aCrew, aVehicle, goes, is, passengerOf, sent, setTheRoad } from '../../transfers/testing/fleet-scene';

setTheRoad(deliveredTwice);
beforeEach(async () => {
  for (const name of ['householdEvents', 'notices']) await collection(name).deleteMany({});
});

/** Of whom or what the records of a machine are. */
const ofNobody = 'of places, vehicles, plans and lists: it asks no home for anything';
const ofStaff = 'of those who work on it: it goes on, and asks no home for anything';
const here = 'in this story';
const features = 'backend/src/features';

/** Where it is shown of each machine that it asks the home of the dead for nothing; a new one has to be placed. */
const placed: Readonly<Record<string, string>> = {
  ...{ delivery: here, returneeReport: here, traveller: here, chainLink: here, quarantineEpisode: here },
  ...{ healthCodeRequest: here, refusal: here, transfer: here, passenger: here, householdEvent: here },
  pickupSlot: `${features}/pickup-slots/after-a-death.test.ts`,
  healthTracker: `${features}/returnees/tests/death-of-followed.test.ts`,
  deliveryPlan: `${features}/household-events/tests/death-of-one.test.ts`,
  ...{ doorSensor: `${features}/sensors/tests/no-more-alerts.test.ts` },
  ...{ sensorAlert: `${features}/sensors/tests/no-more-alerts.test.ts` },
  room: `${features}/sites/stays.test.ts`,
  ...{ run: ofNobody, handoverLeg: ofNobody, policyChange: ofNobody, areaChange: ofNobody, vehicle: ofNobody },
  ...{ quarantineSite: ofNobody, screeningCampaign: ofNobody },
  // a door is told to whoever screens, with its number alone
  ...{ householdVisit: ofStaff, screeningCallback: ofStaff, lateFact: ofStaff, investigation: ofStaff },
  ...{ welfareTask: ofStaff, personMerge: ofStaff },
};

test('every machine has its place, and every place is there', () => {
  expect(lifecycles.map(({ name }) => name).sort()).toEqual(Object.keys(placed).sort());
  const root = path.resolve(__dirname, '../../../../..');
  const files = Object.values(placed).filter((where) => where.startsWith(features));
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

interface Stored {
  readonly _id: string;
  readonly kind: string;
  readonly state: string;
  readonly createdAt: Date;
}
const all = async (name: string): Promise<Stored[]> =>
  (await collection(name)
    .find({ county: testCounty } as object)
    .toArray()) as unknown as Stored[]; // of these features
const names = ['tasks', 'returnees', 'episodes', 'codeRequests', 'refusals', 'transfers', 'householdEvents'] as const;
const everything = async () => (await Promise.all(names.map(all))).flat();

const line = { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, priceLimitFen: 900, substitution: { rule: 'ASK' } };

/** Everything that the product begins for somebody: asked for, refused, sent, and still open. */
async function everythingBegun(home: { readonly resident: Somebody; readonly household?: string }, draft: object) {
  const worker = await somebody('GRID_WORKER');
  const crew = await aCrew();
  const person = await submitted(home.resident, draft);
  await settle();
  await does(worker, person, 'acknowledge');
  const place = await passengerOf(person);
  await sent(crew, place.detail.trip, await aVehicle());
  await goes(crew.driver, place.detail.trip, 'reach-pickup');
  await is(crew.driver, place._id, 'refuse', { reason: { code: 'AFRAID' } });
  await does(worker, person, 'arrive');
  const { _id: notice } = await link(person, 'NOTICE');
  await onLink(worker, notice, 'start-by-hand');
  await onLink(worker, notice, 'fail-by-hand', { reason: { code: 'REFUSED' } });
  const [request] = await requests();
  const clerks = await desk();
  await sentCode(clerks, request?._id ?? '');
  await onCode(clerks.clerk, request?._id ?? '', 'record-refused', { reason: { code: 'OTHER' } });
  if (home.household) {
    const order = { id: anId(), household: home.household, kind: 'GROCERY', lines: [line] };
    expect((await post(home.resident, '/deliveries', { ...order, payMode: 'VOLUNTEER_ADVANCE' })).status).toBe(200);
  }
  await settle();
  return person;
}

async function dies(): Promise<void> {
  const [episode] = (await all('episodes')).filter(({ kind }) => kind === 'QUARANTINE_EPISODE');
  const leader = await somebody('GRID_LEADER');
  const answer = await post(leader, `/quarantine-episodes/${episode?._id}/record-death`, { opId: anId() });
  expect(answer.status).toBe(200);
  await settle();
}

/** What somebody is told from now on, and is asked for at this moment. */
async function inboxOf(person: Somebody, since: Date) {
  const items: { code: string; at: string; withdrawnAt?: string; audience: string }[] = (
    await get(person, '/notices?limit=100')
  ).body.items;
  return {
    news: items.filter(({ at }) => new Date(at) > since).map(({ code }) => code),
    asked: items.filter(({ code, withdrawnAt }) => code === 'CODE_REFUSED' && withdrawnAt === undefined),
  };
}

const hotel = { kind: 'HOTEL', area: grid, place: '样例宾馆' };
const destination = { ...hotel, responsibleHost: { name: '样例公司', phone: '19900009999' } };
test.each([
  ['of a home', async () => aHome(), {}],
  ['who reported whoever has no home here', async () => ({ resident: (await aHome()).resident }), { destination }],
] as const)('for a week after a death nothing that was begun asks anybody %s', async (_whose, homeOf, change) => {
  const home: { readonly resident: Somebody; readonly household?: string } = await homeOf();
  const draft = aDraft({ household: home.household ?? '' }, { plannedArrival: inHours(1), ...change });
  await everythingBegun(home, draft);
  const begun = new Set((await everything()).map(({ kind }) => kind));
  const kinds = [
    'CHAIN_LINK',
    'TRAVELLER',
    'QUARANTINE_EPISODE',
    'HEALTH_CODE_REQUEST',
    'REFUSAL',
    'PASSENGER',
    'TRANSFER',
  ];
  for (const kind of [...kinds, ...(home.household ? ['DELIVERY'] : [])]) expect(begun).toContain(kind);
  await wait(1);
  await dies();
  const [since, rung] = [now(), (await all('refusals')).flatMap(({ _id }) => told(_id)).length];
  expect((await inboxOf(home.resident, since)).asked).toEqual([]);
  await wait(8 * 24 * 60);
  expect((await inboxOf(home.resident, since)).news).toEqual([]);
  expect((await inboxOf(home.resident, since)).asked).toEqual([]);
  expect((await all('refusals')).flatMap(({ _id }) => told(_id)).length).toBe(rung);
  const machineOf = new Map(
    lifecycles.map((machine) => [machine.name.replace(/([A-Z])/g, '_$1').toUpperCase(), machine]),
  );
  const open = (await everything()).filter(({ kind, state }) => {
    const name = kind === 'HOUSEHOLD_EVENT' || kind === 'RETURNEE_REPORT' ? undefined : machineOf.get(kind);
    return name && !name.terminal.includes(state);
  });
  expect(open.map(({ kind, state }) => `${kind} ${state}`)).toEqual([]);
});

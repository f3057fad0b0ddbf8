import { type EntryHandlers, outboxCollections } from '../../../outbox';
import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  atHome,
  collection,
  endedByRecords,
  type Home,
  inHours,
  onLink,
  openings,
  quiet,
  risky,
  type Somebody,
  setRiskList,
  setTheStage,
  somebody,
  submit,
  usualList,
  wait,
} from '../testing/scene';

/** So many people, each with some twenty steps; more by the environment. */
const people = Number(process.env.GRID_RELIEF_RETURNEE_SOAK ?? 4);
const steps = 12;
const limitMs = 60_000 + people * 30_000;

let state = 20220418;
/** A number in [0, 1), the same in every run. */
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T; // never asked of an empty list

let repeats = 0;
let lost = 0;
/** A relay that delivers some entries twice, and whose word that it has done so is lost now and then. */
const unreliable = (handlers: EntryHandlers): EntryHandlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([kind, handler]) => [
      kind,
      {
        ...handler,
        async deliver(entry, document, context) {
          await handler.deliver(entry, document, context);
          if (random() < 0.3) {
            repeats += 1;
            await handler.deliver(entry, document, context);
          }
          // the last tries get through, or the entry would be parked
          if (random() < 0.15 && entry.attempts < 5) {
            lost += 1;
            throw new Error('the answer was lost');
          }
        },
      } satisfies EntryHandlers[string],
    ]),
  );

setTheStage(unreliable);

const travellerSteps = [
  ...['acknowledge', 'ask-info', 'record-call', 'add-info', 'set-out', 'replan', 'arrive', 'arrive', 'search'],
  ...['hand-out', 'take-back', 'confirm-hand-out', 'advise-defer', 'pass-through', 'leave-county', 'prove-not-coming'],
  ...['end-search', 'found-elsewhere', 'cancel'],
];
const linkSteps = [
  'start-by-hand',
  'swab',
  'finish-by-hand',
  'finish-by-hand',
  'fail-by-hand',
  'retry-by-hand',
  'visit-instead',
];
const closed = ['CLOSED', 'DUPLICATE', 'CANCELLED', 'LEFT_COUNTY', 'HANDED_OUT'];
const over = ['DONE', 'NOT_NEEDED', 'HANDED_OUT'];

interface Found {
  readonly _id: string;
  readonly kind: string;
  readonly variant: string;
  readonly state: string;
  readonly dueAt?: Date;
  readonly outbox: readonly { readonly kind: string }[];
  readonly parked?: readonly unknown[];
  readonly detail: Readonly<Record<string, unknown>>;
}
const all = async (name: string, filter: object): Promise<Found[]> =>
  (await collection(name).find(filter).toArray()) as unknown as Found[]; // documents of ours

/** What must never be, at whatever moment somebody looks. */
async function wrong(): Promise<string[]> {
  const links = await all('tasks', { kind: 'CHAIN_LINK' });
  const open = links.filter((one) => !over.includes(one.state));
  const sign = ({ detail, variant }: Found) => `${detail.traveller} ${variant}`;
  const seen = open.map(sign);
  return [
    ...open.filter(({ dueAt }) => !dueAt).map((one) => `${sign(one)} has no time`),
    ...open.filter(({ outbox }) => !outbox.some(({ kind }) => kind === 'timer')).map((one) => `${sign(one)} no timer`),
    ...seen.filter((one, i) => seen.indexOf(one) !== i).map((one) => `${one} is open twice`),
  ];
}

/** Twice with one operation, where the first answer was lost on the way. */
async function tap(send: (opId: string) => Promise<{ status: number }>): Promise<void> {
  const opId = anId();
  const { status } = await send(opId);
  if (status >= 500) throw new Error(`answered ${status}`);
  if (random() < 0.25) {
    const again = await send(opId);
    // what was done is answered as done for ever; what was refused may be refused otherwise
    if (status === 200 && ![200, 404].includes(again.status)) throw new Error(`${again.status} after 200`);
  }
}

async function drafts(home: Home, screener: Somebody): Promise<readonly [Somebody, object]> {
  const stays = [{ place: oneOf([risky, quiet, atHome]), from: inHours(-200) }];
  const travellers = Array.from({ length: 1 + Math.floor(random() * 2) }, () => aPerson1());
  if (random() < 0.3) {
    const found = { foundBy: 'SCREENING', plannedArrival: undefined, arrivedAt: inHours(-1) };
    return [screener, aDraft(home, { stays, travellers, ...found })];
  }
  return [home.resident, aDraft(home, { stays, travellers, plannedArrival: inHours(2 + random() * 90) })];
}

const roles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'CHECKPOINT_OFFICER', 'SAMPLER'] as const;

interface Crowd {
  readonly staff: Readonly<Record<(typeof roles)[number], Somebody>>;
  readonly screener: Somebody;
  readonly home: Home;
}

async function aCrowd(): Promise<Crowd> {
  const staff = await Promise.all(roles.map(async (role) => [role, await somebody(role, '141122')] as const));
  // one for each role above
  return {
    staff: Object.fromEntries(staff) as Crowd['staff'],
    screener: await somebody('SCREENER', '141122'),
    home: await aHome(),
  };
}

async function reportAll({ home, screener }: Crowd): Promise<string[]> {
  const known: string[] = [];
  for (let one = 0; one < people; one++) {
    const [by, draft] = await drafts(home, screener);
    const answer = await submit(by, draft);
    expect(answer.status).toBe(200);
    if (random() < 0.3) expect((await submit(by, draft)).status).toBe(200);
    known.push(...answer.body.travellers.map(({ id }: { id: string }) => id));
  }
  return known;
}

function bodyOf(action: string): object {
  if (action === 'record-call') return { answered: random() < 0.3 };
  if (action === 'replan') return { plannedArrival: inHours(5 + random() * 60) };
  if (action === 'confirm-hand-out') return { takenBy: '清徐县 刘' };
  return action === 'hand-out' || action === 'found-elsewhere' ? { county: '清徐县' } : {};
}

async function oneStep({ staff, home }: Crowd, known: readonly string[]): Promise<void> {
  const who = oneOf([...Object.values(staff), home.resident]);
  const open = await openLinks();
  if (open.length > 0 && random() < 0.5) {
    const [id, action] = [oneOf(open)._id, oneOf(linkSteps)];
    return tap((opId) => onLink(who, id, action, { opId }));
  }
  const [id, action] = [oneOf(known), oneOf(travellerSteps)];
  const body = bodyOf(action);
  return tap((opId) => act(who, id, action, { opId, ...body }));
}

const openLinks = async () => (await all('tasks', { kind: 'CHAIN_LINK' })).filter((link) => !over.includes(link.state));

/** What was lost on the way comes again after its pause. */
async function letItCome(): Promise<void> {
  for (let hour = 0; hour < 3; hour++) await wait(60);
}

test(
  'whatever people do and however often it is delivered: no link without owner and time, none twice, nobody lost',
  async () => {
    const crowd = await aCrowd();
    const known = await reportAll(crowd);
    for (let step = 0; step < people * steps; step++) {
      // a line like the first
      if (step === people * 4) setRiskList([...usualList, { ...usualList[0], id: 'line-2', place: quiet } as never]);
      await oneStep(crowd, known);
      if (random() < 0.3) await wait(Math.floor(random() * 200));
      if (step % 10 === 0) expect(await wrong()).toEqual([]);
    }
    await letItCome();
    expect(await wrong()).toEqual([]);
    const travellers = await all('returnees', { kind: 'TRAVELLER' });
    expect(travellers.map(({ _id }) => _id).sort()).toEqual([...new Set(known)].sort());
    const stuck = travellers.filter((one) => ['REGISTERED', 'REPLANNED', 'ARRIVED'].includes(one.state));
    expect(stuck.map(({ _id, state: is }) => `${_id} ${is}`)).toEqual([]);
    await everybodyComes(crowd);
    await linksByHand(crowd);
    expect(await wrong()).toEqual([]);
    await nothingLeft();
    expect(repeats).toBeGreaterThan(people * 5);
    expect(lost).toBeGreaterThan(people);
  },
  limitMs,
);

/** Only what other records end is open still. */
async function nothingLeft(): Promise<void> {
  const chains = (await all('returnees', { kind: 'TRAVELLER' })).filter((one) => one.state === 'IN_CHAIN');
  const left = await openLinks();
  expect(left.filter(({ variant }) => !endedByRecords.includes(variant))).toEqual([]);
  expect(chains.filter(({ _id }) => !left.some(({ detail }) => detail.traveller === _id))).toEqual([]);
  expect(left.filter(({ detail }) => !chains.some(({ _id }) => _id === detail.traveller))).toEqual([]);
  expect(new Set(openings.map(({ id }) => id)).size).toBe(new Set(openings.map(({ about }) => about)).size);
  for (const name of outboxCollections) expect((await all(name, { 'parked.0': { $exists: true } })).length).toBe(0);
}

async function everybodyComes({ staff, home }: Crowd): Promise<void> {
  for (const { _id, state: is } of await all('returnees', { kind: 'TRAVELLER' })) {
    if (closed.includes(is)) continue;
    if (is === 'HANDING_OUT') await act(staff.TOWNSHIP_DISPATCHER, _id, 'take-back');
    if (is === 'TRANSIT_ONLY') await act(staff.CHECKPOINT_OFFICER, _id, 'leave-county');
    await act(home.resident, _id, 'arrive');
  }
  await letItCome();
}

async function linksByHand({ staff }: Crowd): Promise<void> {
  const { GRID_LEADER: leader, SAMPLER: sampler } = staff;
  for (const { _id, state: is, variant } of await openLinks()) {
    if (is === 'WAITING') await onLink(leader, _id, 'start-by-hand');
    if (is === 'FAILED')
      await (variant === 'LANDING_TEST' ? onLink(sampler, _id, 'swab') : onLink(leader, _id, 'retry-by-hand'));
    if (!endedByRecords.includes(variant)) await onLink(leader, _id, 'finish-by-hand');
  }
  await letItCome();
}

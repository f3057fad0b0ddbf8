import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { applyRecount, countedEpisodes, type EpisodeDeps } from '../features/episodes';
import { setId } from '../features/policies/policy.repository';
import { recount } from '../features/quarantine';
import { testCounty } from '../testing/test-app';
import { openPolicyCounty, type PolicyCounty } from './testing/policy-county';

jest.setTimeout(240_000);

let county: PolicyCounty;
beforeAll(async () => {
  county = await openPolicyCounty();
});
beforeEach(() => county.sweep());
afterAll(() => county.app.close());

const anId = () => county.app.anId();
const now = () => county.app.clock.now();
/** A record as it is stored; what matters of it is asserted by each test. */
interface Stored {
  readonly _id: string;
  readonly county: string;
  readonly state: string;
  readonly about?: string;
  readonly dueAt?: Date;
  readonly history: readonly { readonly action: string }[];
  readonly relay: unknown;
  readonly outbox: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: of any kind of record
  readonly detail: any;
}
const collection = (name: string) => county.app.connection.collection<Stored>(name);
const toV8 = () => ({ of: 'SET', set: setId(testCounty, { code: 'V8_NATIONAL', version: 1 }) });
const seen = async (id: string) => (await county.as('head', 'GET', `/policy-changes/${id}`)).body;
const view = async (id: string) => (await county.as('worker', 'GET', `/quarantine-episodes/${id}`)).body;

async function onChange(who: string, id: string, action: string, more: object = {}) {
  const { revision } = await seen(id);
  return county.does(who, `/policy-changes/${id}/${action}`, { revision, ...more });
}

async function previewed(what: object): Promise<string> {
  const id = anId();
  const { status, body } = await county.as('dispatcher', 'POST', '/policy-changes', { id, what });
  if (status !== 200) throw new Error(JSON.stringify(body));
  await onChange('dispatcher', id, 'preview');
  return id;
}

async function applied(what: object): Promise<string> {
  const id = await previewed(what);
  await onChange('head', id, 'approve');
  await county.wait(1);
  return id;
}

const days = (from: Date, count: number) => addMinutes(from, count * 24 * 60).toISOString();

/** In the home, by older and newer sets: whom the 8th edition moves. */
async function household() {
  const rest = { set: 'SX_2022_EARLY', category: 'REST_OF_COUNTY_STAY' } as const;
  const special = { set: 'V9_NATIONAL', category: 'CLOSE_CONTACT_SPECIAL' } as const;
  return {
    past: await county.atHome({ ...rest, daysAgo: 16, foundDaysAgo: 1 }),
    shorter: await county.atHome({ ...rest, daysAgo: 3, foundDaysAgo: 3 }),
    named: await county.atHome({ ...special, daysAgo: 2, foundDaysAgo: 1 }),
    unnamed: await county.atHome({ ...special, daysAgo: 2, foundDaysAgo: 1 }),
  };
}

describe('another set', () => {
  test('shortens, frees at its own minute, lengthens in the name of a head, and leaves everybody else their end', async () => {
    const { past, shorter, named, unnamed } = await household();
    await county.swabbed(past);
    await county.settle();
    const before = await view(unnamed);
    const anchorOf = async (id: string) => (await county.episode(id)).detail.anchor;
    const id = await previewed(toV8());
    expect((await seen(id)).preview).toMatchObject({ shorten: 2, lengthen: 2, start: 0, end: 0, unmoved: 0 });
    await onChange('head', id, 'agree-to-longer', { named: [named], reason: { code: 'SPREAD' } });
    expect(await view(past)).toMatchObject({ state: 'HOME_ACTIVE' });
    await onChange('head', id, 'approve');
    await county.wait(1);
    const { takesEffectAt, applied: done } = await seen(id);
    expect(done).toEqual({ done: 4, keptOldEnd: 1, waiting: false });

    expect(await view(past)).toMatchObject({ state: 'RELEASED', endsAt: takesEffectAt });
    expect((await county.episode(past)).detail.endedAt?.getTime()).toBeGreaterThanOrEqual(Date.parse(takesEffectAt));
    expect(county.told(past)).toEqual(expect.arrayContaining(['HOUSEHOLD:END_EARLIER', 'HOUSEHOLD:RELEASED']));

    expect(await view(shorter)).toMatchObject({
      ...{ state: 'HOME_ACTIVE', endsAt: days(await anchorOf(shorter), 14) },
      policy: { code: 'V8_NATIONAL', version: 1 },
    });
    expect(await view(named)).toMatchObject({ endsAt: days(await anchorOf(named), 21) });
    expect(county.told(named)).toContain('HOUSEHOLD:END_LATER');
    const [last] = (await county.episode(named)).history.slice(-1);
    const head = (await collection('policyChanges').findOne({ _id: id }))?.detail.longer.by;
    expect(last).toMatchObject({ action: 'lengthen', by: head });

    const { endsAt, policy, tests } = await view(unnamed);
    expect({ endsAt, policy, tests }).toEqual({ endsAt: before.endsAt, policy: before.policy, tests: before.tests });
    expect(county.told(unnamed)).not.toContain('HOUSEHOLD:END_LATER');
  });

  test('asks for no day of testing that is past, and misses those that come', async () => {
    const id = await county.atHome({
      set: 'SX_2022_EARLY',
      category: 'REST_OF_COUNTY_STAY',
      daysAgo: 5,
      foundDaysAgo: 5,
    });
    await county.swabbed(id);
    const states = async () =>
      (await view(id)).tests
        .filter(({ what }: { what: string }) => what === 'DAY')
        .map(({ day, state }: { day: number; state: string }) => `${day} ${state}`);
    expect(await states()).toEqual(expect.arrayContaining(['1 NEGATIVE', '4 MISSED', '7 AHEAD']));
    await applied(toV8());
    expect(await states()).toEqual(['1 NOT_APPLICABLE', '4 NOT_APPLICABLE', '7 AHEAD', '10 AHEAD', '14 AHEAD']);
    const missed = () => county.told(id).filter((line) => line === 'GRID_LEADER:TEST_MISSED').length;
    const before = missed();
    await county.wait(36 * 60);
    expect(missed()).toBe(before);
    await county.wait(24 * 60);
    expect(missed()).toBe(before + 1);
  });

  test('keeps the old and the new reason, and nobody reads them in the record', async () => {
    const { shorter } = await household();
    const id = await applied(toV8());
    const { detail } = await county.episode(shorter);
    expect(detail.recounts).toMatchObject([{ change: id, newEnd: new Date(days(detail.anchor, 14)) }]);
    const sealed = detail.recounts?.[0]?.sealed ?? '';
    const cipher = await county.app.deps.vault.of(testCounty, 'epidemic');
    expect(JSON.parse(cipher.open(sealed, 'episode/who') ?? '')).toMatchObject({
      old: { policyCode: 'SX_2022_EARLY', reason: { code: 'CONTACT', values: { exposedOn: '2022-04-01' } } },
      new: { policyCode: 'V8_NATIONAL', reason: { code: 'CONTACT', values: { exposedOn: '2022-04-01' } } },
    });
    expect(JSON.parse(cipher.open(detail.sealed, 'episode/who') ?? '')).toMatchObject({
      ...{ who: { name: `薛${shorter.slice(-3)}` }, reason: { code: 'CONTACT' } },
    });
    expect(JSON.stringify(await collection('policyMoves').find().toArray())).not.toMatch(/薛|CONTACT/);
    const { body } = await county.as('head', 'GET', `/policy-changes/${id}/people?move=shorten`);
    expect(body.items.map(({ name }: { name: string }) => name)).toContain(`薛${shorter.slice(-3)}`);
  });

  test('ends before it began whoever is past the new end and has not been placed', async () => {
    const rest = { set: 'SX_2022_EARLY', category: 'REST_OF_COUNTY_STAY' } as const;
    const id = await county.inQuarantine({ ...rest, daysAgo: 16, foundDaysAgo: 0 });
    await applied(toV8());
    expect((await county.episode(id)).state).toBe('ELAPSED');
  });
});

/** Everything that is stored of people, but for leases of the relay. */
async function people() {
  const all = ['episodes', 'returnees', 'tasks'].map((name) => collection(name).find().sort({ _id: 1 }).toArray());
  return (await Promise.all(all)).flat().map(({ relay: _relay, outbox: _outbox, ...rest }) => rest);
}

/** Delivers once more whatever a change has made, as a relay does that died before it had said so. */
async function again(change: string): Promise<void> {
  await collection('policyMoves').updateMany({}, { $unset: { doneAt: '' } });
  const all = await collection('policyChanges').find().toArray();
  const entry = { id: 'again', kind: 'again', due: now(), attempts: 1, payload: {} };
  const { policySpread, policyBatch } = county.handlers;
  for (const one of all.filter(({ _id }) => _id === change))
    await policySpread?.deliver(entry, one as never, {} as never);
  const parts = all.filter(({ about }) => about === change);
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) await policyBatch?.deliver(entry, part as never, {} as never);
  await county.settle();
}

describe('when it is delivered again', () => {
  test('nothing changes a second time', async () => {
    const { named } = await household();
    const id = await previewed(toV8());
    await onChange('head', id, 'agree-to-longer', { named: [named], reason: { code: 'SPREAD' } });
    await onChange('head', id, 'approve');
    await county.wait(1);
    const first = await people();
    await again(id);
    expect(await people()).toEqual(first);
  });

  let deaths = 0;
  let alive = true;
  const gone = () => {
    deaths += 1;
    throw new Error('the process is gone');
  };

  /** Whoever is dead does nothing more, in no lane, until it is started again. */
  const diesAfter = (...moved: readonly number[]) =>
    county.afterEach((nth) => {
      if (moved.includes(nth)) alive = false;
      if (!alive) gone();
    });

  /** Each time one of these deliveries begins or has ended for the first time, the process dies before it has said so. */
  function diesAt(kind: 'policyBatch' | 'policySpread', when: 'begin' | 'end'): void {
    const handler = county.handlers[kind];
    if (!handler) throw new Error(`nobody delivers ${kind}`);
    const { deliver } = handler;
    const died = new Set<string>();
    jest.spyOn(handler, 'deliver').mockImplementation(async (...given) => {
      const [{ id }] = given;
      const isFirst = !died.has(id);
      died.add(id);
      if (isFirst && when === 'begin') gone();
      await deliver(...given);
      if (isFirst && when === 'end') gone();
    });
  }
  beforeEach(() => {
    deaths = 0;
    alive = true;
  });
  afterEach(() => jest.restoreAllMocks());

  /** More than one part holds. */
  const many = 60;
  const crashes: readonly (readonly [string, () => void])[] = [
    ['within its parts', () => diesAfter(7, 30)],
    ['after the last of a part, which is not marked yet', () => diesAfter(50)],
    ['before each part', () => diesAt('policyBatch', 'begin')],
    ['after each part', () => diesAt('policyBatch', 'end')],
    ['after everybody was dealt out', () => diesAt('policySpread', 'end')],
  ];

  test.each(crashes)('after the process died %s, everybody is moved once', async (_when, crash) => {
    const rest = { set: 'SX_2022_EARLY', category: 'REST_OF_COUNTY_STAY', daysAgo: 3, foundDaysAgo: 3 } as const;
    const ids: string[] = [];
    for (let nth = 0; nth < many; nth++) ids.push(await county.inQuarantine(rest));
    const id = await previewed(toV8());
    crash();
    await onChange('head', id, 'approve');
    await county.wait(1);
    expect(deaths).toBeGreaterThan(0);
    for (let round = 0; round < 6; round++) {
      alive = true;
      await county.wait(1);
    }
    const moved = await collection('episodes').find({ 'detail.policy.code': 'V8_NATIONAL' }).toArray();
    expect(moved).toHaveLength(ids.length);
    for (const { detail, history } of moved) {
      expect(detail.recounts).toHaveLength(1);
      expect(history.filter(({ action }: { action: string }) => action === 'shorten')).toHaveLength(1);
    }
    expect((await seen(id)).applied).toMatchObject({ done: ids.length, waiting: false });
  });
});

describe('another risk list', () => {
  const town = ['山西省', '太原市', '清徐县', '样例街道'];
  const raise = (place: readonly string[] = town) => ({
    ...{ of: 'RISK', steps: [{ do: 'ADD', place, areaRisk: 'HIGH', source: '太原市通报' }] },
  });
  let phones = 0;

  /** Somebody from a town of the province, here or still to come. */
  async function comes(place: readonly string[], when: object): Promise<string> {
    phones += 1;
    const phone = `1990001${String(phones).padStart(4, '0')}`;
    const stays = [{ place, from: days(now(), -6), to: days(now(), -1) }];
    const person = {
      name: '王小返',
      idType: 'ID_CARD',
      idNumber: `14112219900202${phone.slice(-4)}`,
      phone,
      symptoms: false,
    };
    const draft = {
      ...{ id: anId(), foundBy: 'SCREENING', travellers: [person], transport: '自驾', stays, ...when },
      destination: {
        kind: 'HOUSEHOLD',
        area: `${testCounty}100201-g01`,
        place: '三单元五楼',
        responsibleHost: undefined,
      },
    };
    const { status, body } = await county.as('worker', 'POST', '/returnee-reports', draft);
    if (status !== 200) throw new Error(JSON.stringify(body));
    await county.settle();
    return body.travellers[0].id;
  }
  const here = () => ({ arrivedAt: now().toISOString() });
  const stored = async (id: string) => {
    const found = await collection('returnees').findOne({ _id: id });
    if (!found) throw new Error('gone');
    return found;
  };
  const linkedTo = (id: string) => collection('returnees').find({ 'detail.linkedFrom': id }).toArray();

  test('judges anew whoever is done with, in a linked record with a chain and a quarantine of its own', async () => {
    const id = await comes(town, here());
    const other = await comes(['山西省', '大同市', '左云县'], here());
    expect([(await stored(id)).state, (await stored(other)).state]).toEqual(['CLOSED', 'CLOSED']);
    county.app.clock.advance(2 * 24 * 60 * 60_000);
    const change = await previewed(raise());
    expect((await seen(change)).preview).toMatchObject({ start: 1, moved: 1 });
    await onChange('head', change, 'approve');
    await county.wait(1);
    expect((await stored(id)).state).toBe('CLOSED');
    const [anew, ...more] = await linkedTo(id);
    expect(more).toEqual([]);
    expect(await linkedTo(other)).toEqual([]);
    expect(anew).toMatchObject({ state: 'IN_CHAIN', detail: { linkedFrom: id, linkedBy: change } });
    expect(anew?.detail.formerVerdicts.length).toBeGreaterThan(0);
    const [episode] = await collection('episodes')
      .find({ county: testCounty, about: anew?._id ?? '' })
      .toArray();
    // counted from leaving the place, and from nothing before the change
    expect(episode).toMatchObject({ state: 'PENDING', detail: { category: 'HIGH_RISK_STAY' } });
    const { takesEffectAt } = await seen(change);
    expect(episode?.detail.foundAt.toISOString()).toBe(takesEffectAt);
    const links = await collection('tasks').find({ kind: 'CHAIN_LINK', 'detail.traveller': anew?._id }).toArray();
    expect(links.length).toBeGreaterThan(3);
    for (const { dueAt } of links) if (dueAt) expect(dueAt.getTime()).toBeGreaterThan(Date.parse(takesEffectAt));
    const first = await people();
    await again(change);
    expect(await people()).toEqual(first);
  });

  test('is a new verdict for whoever is on the way, with the old one kept, under the same record', async () => {
    const id = await comes(town, { plannedArrival: days(now(), 2) });
    const before = (await stored(id)).detail;
    const change = await applied(raise());
    const { detail, history } = await stored(id);
    expect(history.map(({ action }: { action: string }) => action)).toContain('retriage');
    expect(detail.formerVerdicts).toEqual([before.verdict]);
    expect(detail.verdict).not.toBe(before.verdict);
    expect(await linkedTo(id)).toEqual([]);
    expect((await seen(change)).applied).toMatchObject({ done: 1 });
    const first = await people();
    await again(change);
    expect(await people()).toEqual(first);
  });

  test('touches nobody whom an investigator or a contact has brought into quarantine', async () => {
    const special = { set: 'V9_NATIONAL', category: 'CLOSE_CONTACT_SPECIAL', daysAgo: 2, foundDaysAgo: 1 } as const;
    const id = await county.inQuarantine(special);
    const before = await county.episode(id);
    const traveller = await comes(town, here());
    const change = await applied(raise());
    // it does touch somebody: whoever came from that very place, and nobody else
    expect(await linkedTo(traveller)).toHaveLength(1);
    expect((await seen(change)).applied).toMatchObject({ done: 1, waiting: false });
    const after = await county.episode(id);
    expect([after.detail, after.revision]).toEqual([before.detail, before.revision]);
  });

  const [cases, high] = ['CASES', 'HIGH'].map((areaRisk) => ({
    ...{ of: 'RISK', steps: [{ do: 'ADD', place: town, areaRisk, source: '太原市通报' }] },
  }));
  const episodeOf = async (traveller: string) => {
    const [found] = await collection('episodes').find({ county: testCounty, about: traveller }).toArray();
    if (!found) throw new Error('no quarantine');
    return county.episode(found._id);
  };
  const onLine = async (areaRisk: string) => {
    const [line] = (await county.as('worker', 'GET', '/risk-areas')).body.items;
    return { of: 'RISK', steps: [{ do: 'LEVEL', line: line.id, areaRisk, source: '调整' }] };
  };

  test('is another category for whoever is in quarantine, where a head answers for the later end, and for nobody else', async () => {
    await applied(cases ?? {});
    const [named, unnamed] = [await comes(town, here()), await comes(town, here())];
    const before = [await episodeOf(named), await episodeOf(unnamed)] as const;
    expect(before.map(({ detail }) => detail.category)).toEqual(['CITY_WITH_CASES', 'CITY_WITH_CASES']);
    const change = await previewed(await onLine('HIGH'));
    expect((await seen(change)).preview).toMatchObject({ lengthen: 2, start: 0, otherwise: 0, moved: 2 });
    await onChange('head', change, 'agree-to-longer', { named: [before[0]._id], reason: { code: 'SPREAD' } });
    await onChange('head', change, 'approve');
    await county.wait(1);
    expect((await episodeOf(named)).detail).toMatchObject({
      category: 'HIGH_RISK_STAY',
      anchor: before[0].detail.anchor,
    });
    expect((await view(before[0]._id)).endsAt).toBe(days(before[0].detail.anchor, 21));
    expect((await episodeOf(unnamed)).detail).toEqual(before[1].detail);
    const first = await people();
    await again(change);
    expect(await people()).toEqual(first);
  });

  test('frees nobody by a step down who was there while it was high', async () => {
    await applied(high ?? {});
    const id = await comes(town, here());
    const before = await episodeOf(id);
    const change = await applied(await onLine('LOW'));
    expect((await seen(change)).applied.waiting).toBe(false);
    expect((await episodeOf(id)).detail).toEqual(before.detail);
  });
});

test('a set that knows a category no longer ends it, in the name of whoever prepared the change', async () => {
  const contact = { set: 'SX_2022_SPRING', category: 'CLOSE_CONTACT_SPECIAL', daysAgo: 3, foundDaysAgo: 3 } as const;
  const id = await county.atHome(contact);
  const other = await county.inQuarantine({ ...contact, category: 'CLOSE_CONTACT' });
  const byHand = { opId: anId(), reason: { code: 'OTHER' } };
  const refused = await county.as('dispatcher', 'POST', `/quarantine-episodes/${id}/terminate-by-policy`, byHand);
  expect([refused.status, refused.body.next]).toEqual([409, 'wait']);
  const { set } = (await county.as('dispatcher', 'GET', '/county-policy')).body;
  const rules = set.rules.filter(({ category }: { category: string }) => category !== 'CLOSE_CONTACT_SPECIAL');
  const change = await previewed({ of: 'VERSION', set: { ...set, version: set.version + 1, rules } });
  expect((await seen(change)).preview).toMatchObject({ end: 1, unmoved: 1 });
  await onChange('head', change, 'approve');
  await county.wait(1);
  const ended = await county.episode(id);
  expect(ended.state).toBe('TERMINATED_POLICY');
  const { preparedBy } = (await collection('policyChanges').findOne({ _id: change }))?.detail ?? {};
  expect(ended.history.at(-1)).toMatchObject({ action: 'terminateByPolicy', by: preparedBy, reason: 'POLICY_CHANGE' });
  expect(ended.detail.recounts).toMatchObject([{ change }]);
  expect((await county.episode(other)).state).toBe('PENDING');
  await again(change);
  expect((await seen(change)).applied).toMatchObject({ done: 1, waiting: false });
  await collection('policySets').deleteOne({ code: set.code, version: set.version + 1 } as never);
});

test('judged from a quarantine that another change has moved since: refused, and what was moved stays', async () => {
  const id = await county.inQuarantine({ set: 'V8_NATIONAL', category: 'CLOSE_CONTACT', daysAgo: 2, foundDaysAgo: 1 });
  const cipher = await county.app.deps.vault.of(testCounty, 'epidemic');
  const deps = {
    ...{ connection: county.app.connection, now },
    seal: async (_county: string, text: string, use: string) => cipher.seal(text, `episode/${use}`),
    unseal: async (_county: string, sealed: string, use: string) => cipher.open(sealed, `episode/${use}`),
  } as EpisodeDeps; // as much as counting asks for
  const facts = (await countedEpisodes(deps, testCounty, [id]).next()).value?.facts;
  if (!facts) throw new Error('nobody is in quarantine');
  const { basis, count } = facts;
  const shorter = (by: number) => {
    const phases = count.phases.map((phase: { days: number }) => ({ ...phase, days: phase.days - by }));
    const next = { basis, ...count, phases, isLocal: false };
    const ordered = recount(facts, next, { at: now() });
    const order = { county: testCounty, id, opId: anId(), change: anId(), recount: ordered, preparedBy: anId() };
    return applyRecount(deps, order);
  };
  const [first, stale] = [shorter(1), () => shorter(2)];
  await first;
  const moved = (await county.episode(id)).detail.recounted;
  expect(moved).toBeDefined();
  await expect(stale()).rejects.toThrow('counted otherwise meanwhile');
  expect((await county.episode(id)).detail.recounted).toEqual(moved);
});

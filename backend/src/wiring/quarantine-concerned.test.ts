import { applyRecount, countedEpisodes, type EpisodeDeps } from '../features/episodes';
import { recount } from '../features/quarantine';
import { testCounty } from '../testing/test-app';
import {
  again,
  anId,
  applied,
  collection,
  days,
  household,
  now,
  onChange,
  previewed,
  seen,
  setTheStage,
  theCounty,
  toV8,
  view,
} from './testing/policy-story';

setTheStage();

describe('another set', () => {
  test('shortens, frees at its own minute, lengthens in the name of a head, and leaves everybody else their end', async () => {
    const { past, shorter, named, unnamed } = await household();
    await theCounty().swabbed(past);
    await theCounty().settle();
    const before = await view(unnamed);
    const anchorOf = async (id: string) => (await theCounty().episode(id)).detail.anchor;
    const id = await previewed(toV8());
    expect((await seen(id)).preview).toMatchObject({ shorten: 2, lengthen: 2, start: 0, end: 0, unmoved: 0 });
    await onChange('head', id, 'agree-to-longer', { named: [named], reason: { code: 'SPREAD' } });
    expect(await view(past)).toMatchObject({ state: 'HOME_ACTIVE' });
    await onChange('head', id, 'approve');
    await theCounty().wait(1);
    const { takesEffectAt, applied: done } = await seen(id);
    expect(done).toEqual({ done: 4, keptOldEnd: 1, waiting: false });

    expect(await view(past)).toMatchObject({ state: 'RELEASED', endsAt: takesEffectAt });
    expect((await theCounty().episode(past)).detail.endedAt?.getTime()).toBeGreaterThanOrEqual(
      Date.parse(takesEffectAt),
    );
    expect(theCounty().told(past)).toEqual(expect.arrayContaining(['HOUSEHOLD:END_EARLIER', 'HOUSEHOLD:RELEASED']));

    expect(await view(shorter)).toMatchObject({
      ...{ state: 'HOME_ACTIVE', endsAt: days(await anchorOf(shorter), 14) },
      policy: { code: 'V8_NATIONAL', version: 1 },
    });
    expect(await view(named)).toMatchObject({ endsAt: days(await anchorOf(named), 21) });
    expect(theCounty().told(named)).toContain('HOUSEHOLD:END_LATER');
    const [last] = (await theCounty().episode(named)).history.slice(-1);
    expect(last).toMatchObject({ action: 'lengthen', by: expect.any(String) });
    // in the name of the head who answered for it
    expect(await collection('policyChanges').findOne({ _id: id })).toMatchObject({
      detail: { longer: { by: last?.by } },
    });

    const { endsAt, policy, tests } = await view(unnamed);
    expect({ endsAt, policy, tests }).toEqual({ endsAt: before.endsAt, policy: before.policy, tests: before.tests });
    expect(theCounty().told(unnamed)).not.toContain('HOUSEHOLD:END_LATER');
  });

  test('asks for no day of testing that is past, and misses those that come', async () => {
    const id = await theCounty().atHome({
      set: 'SX_2022_EARLY',
      category: 'REST_OF_COUNTY_STAY',
      daysAgo: 5,
      foundDaysAgo: 5,
    });
    await theCounty().swabbed(id);
    const states = async () =>
      (await view(id)).tests
        .filter(({ what }: { what: string }) => what === 'DAY')
        .map(({ day, state }: { day: number; state: string }) => `${day} ${state}`);
    expect(await states()).toEqual(expect.arrayContaining(['1 NEGATIVE', '4 MISSED', '7 AHEAD']));
    const selfTests = async () => (await view(id)).selfTests.map(({ number }: { number: number }) => number);
    expect(await selfTests()).toEqual([0, 1, 2, 3, 4, 5]);
    await applied(toV8());
    expect(await selfTests()).toEqual([5]);
    expect((await theCounty().episode(id)).detail.antigen).toMatchObject({ atLanding: false });
    expect(await states()).toEqual(['1 NOT_APPLICABLE', '4 NOT_APPLICABLE', '7 AHEAD', '10 AHEAD', '14 AHEAD']);
    const missed = () =>
      theCounty()
        .told(id)
        .filter((line) => line === 'GRID_LEADER:TEST_MISSED').length;
    const before = missed();
    await theCounty().wait(36 * 60);
    expect(missed()).toBe(before);
    await theCounty().wait(24 * 60);
    expect(missed()).toBe(before + 1);
  });

  test('keeps the old and the new reason, and nobody reads them in the record', async () => {
    const { shorter } = await household();
    const id = await applied(toV8());
    const { detail } = await theCounty().episode(shorter);
    expect(detail.recounts).toMatchObject([{ change: id, newEnd: new Date(days(detail.anchor, 14)) }]);
    const sealed = detail.recounts?.[0]?.sealed ?? '';
    const cipher = await theCounty().app.deps.vault.of(testCounty, 'epidemic');
    expect(JSON.parse(cipher.open(sealed, 'episode/who') ?? '')).toMatchObject({
      old: { policyCode: 'SX_2022_EARLY', reason: { code: 'CONTACT', values: { exposedOn: '2022-04-01' } } },
      new: { policyCode: 'V8_NATIONAL', reason: { code: 'CONTACT', values: { exposedOn: '2022-04-01' } } },
    });
    expect(JSON.parse(cipher.open(detail.sealed, 'episode/who') ?? '')).toMatchObject({
      ...{ who: { name: `薛${shorter.slice(-3)}` }, reason: { code: 'CONTACT' } },
    });
    expect(JSON.stringify(await collection('policyMoves').find().toArray())).not.toMatch(/薛|CONTACT/);
    const { body } = await theCounty().as('head', 'GET', `/policy-changes/${id}/people?move=shorten`);
    expect(body.items.map(({ name }: { name: string }) => name)).toContain(`薛${shorter.slice(-3)}`);
  });

  test('ends before it began whoever is past the new end and has not been placed', async () => {
    const rest = { set: 'SX_2022_EARLY', category: 'REST_OF_COUNTY_STAY' } as const;
    const id = await theCounty().inQuarantine({ ...rest, daysAgo: 16, foundDaysAgo: 0 });
    await applied(toV8());
    expect((await theCounty().episode(id)).state).toBe('ELAPSED');
  });
});

test('a set that knows a category no longer ends it, in the name of whoever prepared the change', async () => {
  const contact = { set: 'SX_2022_SPRING', category: 'CLOSE_CONTACT_SPECIAL', daysAgo: 3, foundDaysAgo: 3 } as const;
  const id = await theCounty().atHome(contact);
  const other = await theCounty().inQuarantine({ ...contact, category: 'CLOSE_CONTACT' });
  const byHand = { opId: anId(), reason: { code: 'OTHER' } };
  const refused = await theCounty().as('dispatcher', 'POST', `/quarantine-episodes/${id}/terminate-by-policy`, byHand);
  expect([refused.status, refused.body.next]).toEqual([409, 'wait']);
  const { set } = (await theCounty().as('dispatcher', 'GET', '/county-policy')).body;
  const rules = set.rules.filter(({ category }: { category: string }) => category !== 'CLOSE_CONTACT_SPECIAL');
  const change = await previewed({ of: 'VERSION', set: { ...set, version: set.version + 1, rules } });
  expect((await seen(change)).preview).toMatchObject({ end: 1, unmoved: 1 });
  await onChange('head', change, 'approve');
  await theCounty().wait(1);
  const ended = await theCounty().episode(id);
  expect(ended.state).toBe('TERMINATED_POLICY');
  const { preparedBy } = (await collection('policyChanges').findOne({ _id: change }))?.detail ?? {};
  expect(ended.history.at(-1)).toMatchObject({ action: 'terminateByPolicy', by: preparedBy, reason: 'POLICY_CHANGE' });
  expect(ended.detail.recounts).toMatchObject([{ change }]);
  expect((await theCounty().episode(other)).state).toBe('PENDING');
  await again(change);
  expect((await seen(change)).applied).toMatchObject({ done: 1, waiting: false });
  await collection('policySets').deleteOne({ code: set.code, version: set.version + 1 } as never);
});

test('judged from a quarantine that another change has moved since: refused, and what was moved stays', async () => {
  const id = await theCounty().inQuarantine({
    set: 'V8_NATIONAL',
    category: 'CLOSE_CONTACT',
    daysAgo: 2,
    foundDaysAgo: 1,
  });
  const cipher = await theCounty().app.deps.vault.of(testCounty, 'epidemic');
  const deps = {
    ...{ connection: theCounty().app.connection, now },
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
  const moved = (await theCounty().episode(id)).detail.recounted;
  expect(moved).toBeDefined();
  await expect(stale()).rejects.toThrow('counted otherwise meanwhile');
  expect((await theCounty().episode(id)).detail.recounted).toEqual(moved);
});

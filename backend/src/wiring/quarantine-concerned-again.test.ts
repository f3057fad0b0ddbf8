import {
  again,
  collection,
  household,
  onChange,
  people,
  previewed,
  seen,
  setTheStage,
  theCounty,
  toV8,
} from './testing/policy-story';

setTheStage();

describe('when it is delivered again', () => {
  test('nothing changes a second time', async () => {
    const { named } = await household();
    const id = await previewed(toV8());
    await onChange('head', id, 'agree-to-longer', { named: [named], reason: { code: 'SPREAD' } });
    await onChange('head', id, 'approve');
    await theCounty().wait(1);
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
    theCounty().afterEach((nth) => {
      if (moved.includes(nth)) alive = false;
      if (!alive) gone();
    });

  /** Each time one of these deliveries begins or has ended for the first time, the process dies before it has said so. */
  function diesAt(kind: 'policyBatch' | 'policySpread', when: 'begin' | 'end'): void {
    const handler = theCounty().handlers[kind];
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
    for (let nth = 0; nth < many; nth++) ids.push(await theCounty().inQuarantine(rest));
    const id = await previewed(toV8());
    crash();
    await onChange('head', id, 'approve');
    await theCounty().wait(1);
    expect(deaths).toBeGreaterThan(0);
    for (let round = 0; round < 6; round++) {
      alive = true;
      await theCounty().wait(1);
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

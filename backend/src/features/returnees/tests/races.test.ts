import {
  act,
  aDraft,
  aHome,
  anId,
  aPerson1,
  collection,
  grid,
  inHours,
  linksOf,
  openings,
  post,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  submit,
  submitted,
} from '../testing/scene';

setTheStage();

const over = ['DONE', 'NOT_NEEDED', 'HANDED_OUT'];
const openLinks = async (id: string) => (await linksOf(id)).filter(({ state }) => !over.includes(state));
const times = async (id: string, action: string) =>
  (await stored(id)).history.filter((entry) => entry.action === action).length;

/** Everything at once, and all of it once more: as often as somebody taps, what was answered stays answered. */
async function atOnceAndAgain(...taps: readonly (() => ReturnType<typeof post>)[]) {
  const first = await Promise.all(taps.map((tap) => tap()));
  const again = await Promise.all(taps.map((tap) => tap()));
  again.forEach(({ status, body }, i) => {
    const before = first[i];
    if (before?.status !== 200) return;
    expect([status, body.receipt]).toEqual([200, before.body.receipt]);
  });
  await settle();
  return first;
}

test('seen by two posts at once: one arrival, the other is kept as seen too late, and one chain', async () => {
  const home = await aHome();
  const posts = [await somebody('CHECKPOINT_OFFICER', '141122'), await somebody('CHECKPOINT_OFFICER', '141122')];
  const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(3) }));
  const taps = posts.map((officer) => {
    const opId = anId();
    return () => act(officer, id, 'arrive', { opId });
  });
  const answers = await atOnceAndAgain(...taps);
  expect(answers.map(({ body }) => body.receipt.to).sort()).toEqual(['ARRIVED', 'LATE_FACT']);
  expect([await stateOf(id), await times(id, 'arrive')]).toEqual(['IN_CHAIN', 1]);
  expect(await collection('lateFacts').countDocuments({})).toBe(1);
  expect(await linksOf(id)).toHaveLength(10);
  expect(new Set(openings.map((one) => one.id)).size).toBe(1);
});

test('registered unannounced by two posts at once: one person with one chain', async () => {
  const travellers = [aPerson1()];
  const found = async () => ({
    ...{ officer: await somebody('CHECKPOINT_OFFICER', '141122'), id: anId() },
    draft: aDraft(
      { household: '' },
      {
        ...{ foundBy: 'CHECKPOINT', travellers, plannedArrival: undefined, arrivedAt: inHours(0) },
        destination: { kind: 'HOUSEHOLD', area: grid, place: '3-1-402' },
      },
    ),
  });
  const both = [await found(), await found()];
  const answers = await Promise.all(both.map(({ officer, draft }) => submit(officer, draft)));
  const ids = answers.map(({ body }) => body.travellers[0].id);
  expect(
    (await Promise.all(both.map(({ officer, draft }) => submit(officer, draft)))).map(({ status }) => status),
  ).toEqual([200, 200]);
  await settle();
  expect((await Promise.all(ids.map(stateOf))).sort()).toEqual(['DUPLICATE', 'IN_CHAIN']);
  const chains = await Promise.all(ids.map(openLinks));
  expect(chains.map(({ length }) => length > 0).sort()).toEqual([false, true]);
});

test.each(['acknowledge', 'replan'])(
  '%s and a withdrawal at once: the trip is not made, and nothing is left to do',
  async (action) => {
    const home = await aHome();
    const worker = await somebody('GRID_WORKER');
    for (let round = 0; round < 3; round++) {
      const draft = aDraft(home);
      const id = await submitted(home.resident, draft);
      const [one, other] = [anId(), anId()];
      const more = action === 'replan' ? { plannedArrival: inHours(80) } : {};
      const [, withdrawn] = await atOnceAndAgain(
        () => act(worker, id, action, { opId: one, ...more }),
        () =>
          post(home.resident, `/returnee-reports/${draft.id}/withdraw`, {
            opId: other,
            reason: { code: 'NOT_COMING' },
          }),
      );
      expect(withdrawn).toMatchObject({ status: 200 });
      expect([await stateOf(id), await stateOf(draft.id)]).toEqual(['CANCELLED', 'WITHDRAWN']);
      expect([await times(id, 'cancel'), await openLinks(id)]).toEqual([1, []]);
    }
  },
);

describe('several named as one another’s duplicates in one moment', () => {
  /** Strangers to one another, and a worker for each who says that it is the same person as the next one. */
  async function circle(size: number) {
    const home = await aHome();
    const ids: string[] = [];
    for (let nth = 0; nth < size; nth++) ids.push(await submitted(home.resident, aDraft(home)));
    const workers = await Promise.all(ids.map(() => somebody('GRID_WORKER')));
    return ids.map((id, at) => ({ id, worker: workers[at] ?? home.resident, of: ids[(at + 1) % ids.length] ?? '' }));
  }

  test('in each circle somebody stays, whoever lost is told so, and every duplicate leads to somebody who stands', async () => {
    const circles: Awaited<ReturnType<typeof circle>>[] = [];
    for (const size of [2, 2, 2, 2, 2, 2, 3, 3]) circles.push(await circle(size));
    await settle();
    const answers = await Promise.all(
      circles.map((marks) => Promise.all(marks.map(({ worker, id, of }) => act(worker, id, 'mark-duplicate', { of })))),
    );
    await settle();
    for (const [nth, marks] of circles.entries()) {
      const states = await Promise.all(marks.map(({ id }) => stateOf(id)));
      const marked = states.filter((state) => state === 'DUPLICATE').length;
      expect(marked).toBeLessThan(marks.length);
      const said = (answers[nth] ?? []).map(({ status }) => status);
      expect(said.filter((status) => status === 200)).toHaveLength(marked);
      // too late, or the other one is a duplicate itself by now
      for (const status of said) expect([200, 409, 422]).toContain(status);
      for (const { id } of marks) expect(await stateOf(await standsFor(id, marks.length))).not.toBe('DUPLICATE');
    }
  });

  async function standsFor(id: string, atMost: number): Promise<string> {
    let at = id;
    for (let step = 0; step < atMost; step++) {
      const { state, detail } = await stored(at);
      if (state !== 'DUPLICATE') break;
      at = String(detail.duplicateOf);
    }
    return at;
  }
});

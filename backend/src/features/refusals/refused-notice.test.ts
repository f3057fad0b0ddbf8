import {
  aDraft,
  aHome,
  anId,
  collection,
  inHours,
  link,
  onLink,
  post,
  settle,
  stateOf,
  submitted,
  wait,
} from '../returnees/testing/scene';
import { act, path, people, setTheStage, state, stored, visited } from './testing/scene';

setTheStage();

interface Quarantined {
  readonly about?: string;
  readonly history: readonly { readonly action: string }[];
  readonly detail: object;
}

describe('the notice of a chain', () => {
  /** Somebody who is here, whose notice was refused. */
  async function refused(): Promise<{ traveller: string; id: string; notice: string }> {
    const home = await aHome();
    const traveller = await submitted(
      home.resident,
      aDraft(home, { plannedArrival: undefined, arrivedAt: inHours(-1) }),
    );
    await settle();
    const { _id: notice } = await link(traveller, 'NOTICE');
    await onLink(people.worker, notice, 'start-by-hand');
    await onLink(people.worker, notice, 'fail-by-hand', { reason: { code: 'REFUSED', words: '不签' } });
    await settle();
    const all = await collection('refusals').find({}).toArray();
    expect(all).toHaveLength(1);
    return { traveller, notice, id: all[0]?._id ?? '' };
  }

  test('that is refused leads to one refusal, with who it is and where; served, the link is done', async () => {
    const { traveller, id } = await refused();
    expect(await stored(id)).toMatchObject({ variant: 'NOTICE', about: traveller, state: 'RECORDED' });
    const opened = await post(people.secretary, path(id, 'reveal'), { opId: anId(), why: 'VISIT' });
    expect(opened.body).toMatchObject({ name: '王小返', words: '不签' });
    await visited(id);
    await act(people.worker, id, 'serve', { witnesses: ['刘见证', '陈见证'] });
    expect((await link(traveller, 'NOTICE')).state).toBe('DONE');
  });

  test('that is given in another way makes it moot', async () => {
    const { traveller, id, notice } = await refused();
    await onLink(people.worker, notice, 'retry-by-hand');
    await onLink(people.worker, notice, 'finish-by-hand');
    await settle();
    expect([await state(id), (await link(traveller, 'NOTICE')).state]).toEqual(['MOOT', 'DONE']);
  });

  test('is never a breach: to the end of the ladder, neither the person nor the quarantine has moved', async () => {
    const { traveller, id } = await refused();
    const episodes = async () =>
      ((await collection('episodes').find({}).toArray()) as unknown as Quarantined[]).filter(
        ({ about }) => about === traveller,
      );
    expect(await episodes()).toHaveLength(1);
    await visited(id);
    await act(people.police, id, 'call-liaison');
    await act(people.secretary, id, 'escalate');
    await wait(3_000);
    const [episode] = await episodes();
    const done = episode?.history.map(({ action }) => action) ?? ['nothing is there'];
    expect(done.filter((action) => /breach|absent|move|nothing/i.test(action))).toEqual([]);
    expect(episode?.detail).not.toHaveProperty('breach');
    expect([await stateOf(traveller), await state(id)]).toEqual(['IN_CHAIN', 'ESCALATED']);
  });
});

import {
  clockTo,
  act as onEpisode,
  see as seeEpisode,
  setTheStage,
  settle,
  stateOf,
  stored,
  theApp,
  told as toldOf,
} from '../episodes/testing/stage';
import { act, aPair, applied, type Pair, proposed, see } from './testing/pair';

setTheStage();

/** The shorter of the pair ends on the 13th, the longer on the 16th; both at the minute of the anchor. */
const [shortEnds, longEnds] = ['2022-08-13 06:21', '2022-08-16 06:21'];
const statesOf = async ({ short, long }: Pair) => [await stateOf(short.id), await stateOf(long.id)];
const running = ['HOME_ACTIVE', 'HOME_ACTIVE'];
const over = ['RELEASED', 'RELEASED'];

describe('of two quarantines of one person the later end holds', () => {
  test('without a merge each ends by its own days', async () => {
    const pair = await aPair();
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(['RELEASED', 'HOME_ACTIVE']);
  });

  test('the shorter one releases nobody, by the clock or by hand, and ends with the other', async () => {
    const pair = await aPair();
    const { short, long } = pair;
    await applied(pair);
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(running);
    for (const action of ['release', 'start-monitoring', 'next-phase']) {
      expect(await onEpisode(short.worker, short.id, action)).toMatchObject({ status: 409, body: { next: 'wait' } });
    }
    const { body } = await seeEpisode(short.resident, short.id);
    expect(body.heldUntil).toBe((await seeEpisode(short.worker, long.id)).body.endsAt);
    // nobody is told of an end that is none
    expect(toldOf(short.id).filter((line) => line.includes('RELEASED'))).toEqual([]);
    await clockTo('2022-08-16 06:19');
    expect(await statesOf(pair)).toEqual(running);
    await clockTo(longEnds);
    expect(await statesOf(pair)).toEqual(over);
  });

  test('a case that is excluded decides nothing any more: the other ends by its own days', async () => {
    const pair = await aPair();
    await applied(pair);
    await onEpisode(pair.investigator, pair.long.id, 'revoke', { reason: { code: 'CASE_EXCLUDED' } });
    await settle();
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(['RELEASED', 'REVOKED']);
  });

  test('an investigator says which end is right: with the shorter one both are over', async () => {
    const pair = await aPair();
    const id = await applied(pair);
    const decide = (episode: string, more: object = {}) =>
      act(pair.investigator, id, 'decide-end', { episode, ...more });
    expect((await decide(id)).body).toMatchObject({ status: 422, errors: [{ pointer: '/episode' }] });
    expect((await decide(pair.short.id, { reason: undefined })).status).toBe(422);
    const decided = await decide(pair.short.id, { reason: { code: 'FIRST_EXPOSURE', words: '查了票' } });
    expect(decided.body.view).toMatchObject({ rightEnd: pair.short.id, isEndOpen: false });
    expect(
      JSON.stringify(
        await theApp()
          .connection.collection('personMerges')
          .findOne({ _id: id as never }),
      ),
    ).not.toMatch(/查了票/);
    await clockTo('2022-08-13 06:19');
    expect(await statesOf(pair)).toEqual(running);
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(over);
  });

  test('decided before it is applied, it counts from then on; decided anew, the last word counts', async () => {
    const pair = await aPair();
    const id = await proposed(pair);
    await act(pair.short.worker, id, 'preview');
    await act(pair.investigator, id, 'decide-end', { episode: pair.short.id });
    const last = await act(pair.investigator, id, 'decide-end', { episode: pair.long.id });
    await act(pair.short.leader, id, 'apply', { revision: last.body.view.revision });
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(running);
    await clockTo(longEnds);
    expect(await statesOf(pair)).toEqual(over);
  });
});

describe('two after all', () => {
  /** Everything of both as it is stored, but for what each of them has been through. */
  async function whatTheyHad({ short, long }: Pair) {
    const strip = async (id: string) => {
      const { history: _history, outbox: _outbox, relay: _relay, revision: _revision, ...had } = await stored(id);
      return had;
    };
    return [await strip(short.id), await strip(long.id)];
  }

  test('undone within a day, both are as they were, and what had waited for the other is over', async () => {
    const pair = await aPair();
    const before = await whatTheyHad(pair);
    const id = await applied(pair);
    await settle();
    const undone = await act(pair.short.leader, id, 'undo', { reason: { code: 'TWO_PEOPLE' } });
    expect(undone.body.view).toMatchObject({ state: 'UNDONE', actions: [] });
    expect(await whatTheyHad(pair)).toEqual(before);
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(['RELEASED', 'HOME_ACTIVE']);
  });

  test('an end that came while they were one is made good at once', async () => {
    const pair = await aPair();
    await clockTo('2022-08-12 20:00');
    const id = await applied(pair);
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(running);
    await act(pair.short.leader, id, 'undo', { reason: { code: 'TWO_PEOPLE' } });
    expect(await statesOf(pair)).toEqual(['RELEASED', 'HOME_ACTIVE']);
  });

  test('after a day it is final: it is undone no more, and the later end goes on to hold', async () => {
    const pair = await aPair();
    const id = await applied(pair);
    const { leader } = pair.short;
    theApp().clock.advance(24 * 60 * 60_000);
    // the minute has come, and the timer is late
    const late = await act(leader, id, 'undo', { reason: { code: 'TWO_PEOPLE' } });
    expect(late.status).toBe(409);
    expect((await see(leader, id)).body).toMatchObject({ state: 'FINAL', actions: [] });
    expect((await act(leader, id, 'undo', { reason: { code: 'TWO_PEOPLE' } })).status).toBe(409);
    await clockTo(shortEnds);
    expect(await statesOf(pair)).toEqual(running);
  });
});

describe('the other side of the same person', () => {
  test('is shown with its steps to whoever looks after both, and to nobody else', async () => {
    const pair = await aPair();
    const { short, long } = pair;
    const id = await applied(pair);
    const seen = await seeEpisode(short.worker, long.id);
    expect(seen.body.samePerson).toMatchObject({
      merge: id,
      isKept: false,
      people: [{ kind: 'EPISODE', id: short.id }],
    });
    expect(seen.body.samePerson.timeline.map(({ action }: { action: string }) => action)).toContain('startHome');
    expect((await seeEpisode(short.worker, short.id)).body.samePerson).toMatchObject({ isKept: true });
    for (const person of [short.resident, short.doctor]) {
      expect((await seeEpisode(person, short.id)).body.samePerson).toBeUndefined();
    }
    await act(short.leader, id, 'undo', { reason: { code: 'TWO_PEOPLE' } });
    expect((await seeEpisode(short.worker, long.id)).body.samePerson).toBeUndefined();
  });
});

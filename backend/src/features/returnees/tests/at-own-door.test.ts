import { withCasesInQuietTown } from '../testing/days-at-home';
import {
  aDraft,
  aHome,
  collection,
  type DraftChange,
  does,
  inHours,
  link,
  quiet,
  risky,
  setTheStage,
  settle,
  somebody,
  submitted,
} from '../testing/scene';

setTheStage();

withCasesInQuietTown();

const trips = () => collection('transfers').countDocuments({ kind: 'TRANSFER' } as object);

/** Found by a screener, of a household of theirs. */
async function found(change: DraftChange): Promise<string> {
  const [home, screener] = [await aHome(), await somebody('SCREENER')];
  const id = await submitted(screener, aDraft(home, { foundBy: 'SCREENING', plannedArrival: undefined, ...change }));
  await settle();
  return id;
}

describe('a trip for whoever is found at the own door', () => {
  test('none to the home where they are: nobody is asked for a car, and nothing becomes late', async () => {
    const id = await found({ stays: [{ place: quiet, from: inHours(-240) }], arrivedAt: inHours(-20) });
    expect([(await link(id, 'TRANSFER')).state, await trips()]).toEqual(['NOT_NEEDED', 0]);
    expect((await link(id, 'PLACEMENT')).state).toBe('WAITING');
  });

  test('to a site, where the days are to be spent there', async () => {
    const id = await found({ stays: [{ place: risky, from: inHours(-240) }], arrivedAt: inHours(-20) });
    expect([(await link(id, 'TRANSFER')).state, await trips()]).toEqual(['STARTED', 1]);
  });

  test('home, for somebody of whom the screener only hears that they will come', async () => {
    const stays = [{ place: quiet, from: inHours(-240) }];
    const id = await found({ stays, plannedArrival: inHours(5) });
    await does(await somebody('GRID_WORKER'), id, 'acknowledge');
    expect([(await link(id, 'TRANSFER')).state, await trips()]).toEqual(['STARTED', 1]);
    await does(await somebody('GRID_WORKER'), id, 'arrive');
    expect((await link(id, 'TRANSFER')).state).toBe('STARTED');
  });

  test('home, for somebody whom a post on the road has found', async () => {
    const [home, officer] = [await aHome(), await somebody('CHECKPOINT_OFFICER', '141122')];
    const change = { foundBy: 'CHECKPOINT', plannedArrival: undefined, arrivedAt: inHours(0) };
    const draft = aDraft(home, { ...change, stays: [{ place: quiet, from: inHours(-240) }] });
    const destination = { kind: 'HOUSEHOLD', area: '141122100201-g01', place: '样例小区 3-1-402' };
    const id = await submitted(officer, { ...draft, destination });
    await settle();
    expect([(await link(id, 'TRANSFER')).state, await trips()]).toEqual(['STARTED', 1]);
  });
});

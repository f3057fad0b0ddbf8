import { setTimeout as sleep } from 'node:timers/promises';
import { forEachOf } from '../bad-input/whole-app';
import { seeded } from '../claim-race/crowd';
import { type Crowd, changeOver, gather, layOut, places, toEighthEdition } from './crowd';
import type { Around } from './deeds';
import { everyEpisodeEnds, laws, lost, wrongIn } from './laws';
import { planted, withFault } from './planted-faults';
import { type Snapshot, snapshot, snapshotOf } from './records';
import { openStage, type Stage } from './stage';
import { toTheEnd } from './to-the-end';
import { nothingKnown, openCase, report, step } from './walk';

/** Reports of trips; GRID_RELIEF_CHAIN_SOAK=10000 makes the long run. */
const reports = Number(process.env.GRID_RELIEF_CHAIN_SOAK ?? 4);
/** Things that people do at random for each of them, before everybody does what they ought to. */
const stepsEach = 10;
// each of them looks at everything there is: of ten thousand reports not a hundred and seventy times
const rounds = Math.max(4, Math.min(40, Math.ceil(reports / 60)));
const homes = Math.max(6, Math.ceil(reports / 4));
const rooms = Math.max(4, Math.ceil(reports / 3));

jest.setTimeout(240_000 + reports * 20_000);

let stage: Stage;
let crowd: Crowd;
const random = seeded(Number(process.env.GRID_RELIEF_SOAK_SEED ?? 20_220_418));
const known = nothingKnown();

beforeAll(async () => {
  stage = await openStage(layOut);
  crowd = await gather(stage, homes, rooms);
});
afterAll(() => stage.close());

const look = (): Promise<Snapshot> => snapshotOf(stage.app, stage.now());
const aroundAt = (all: Snapshot): Around => ({ stage, crowd, all, random });

/** Reports and random deeds beside one another; in some rounds the process is killed among them. */
async function round(nth: number, all: Snapshot): Promise<void> {
  const around = aroundAt(all);
  const share = Math.ceil(reports / rounds);
  const deeds = [
    ...Array.from({ length: Math.min(share, reports - nth * share) }, () => () => report(around, known)),
    ...Array.from({ length: share * stepsEach }, () => () => step(around, known)),
    () => openCase(around, known),
  ];
  const killed = nth % 2 === 1 ? sleep(200 + random() * 400).then(stage.kill) : undefined;
  await forEachOf(deeds, (deed) => deed(), 4);
  await killed;
  await stage.rest();
}

let end: Snapshot;

test('whatever people do and whatever is killed: nothing is open without owner and time, nothing is given twice, no day is missed in silence, nobody is lost, and every quarantine ends', async () => {
  let all = await look();
  for (let nth = 0; nth < rounds; nth++) {
    await round(nth, all);
    if (nth === Math.floor(rounds / 2)) {
      await changeOver(stage, crowd, {
        of: 'RISK',
        steps: [{ do: 'ADD', place: places.quiet, areaRisk: 'HIGH', source: '通报' }],
      });
      await changeOver(stage, crowd, toEighthEdition);
    }
    expect(wrongIn(await look())).toEqual([]);
    await stage.wait(30 + Math.floor(random() * 600));
    all = await look();
    expect(wrongIn(all)).toEqual([]);
  }
  await toTheEnd(aroundAt(all), known, (seen) => expect(wrongIn(seen)).toEqual([]));
  end = await look();
  expect(everyEpisodeEnds(end)).toEqual([]);
  expect(lost(end, known)).toEqual([]);
});

test('the run did put the laws to the test', () => {
  expect(stage.kills()).toBeGreaterThanOrEqual(Math.floor(rounds / 2));
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);
  const done = sum(known.succeeded);
  process.stdout.write(
    `chain soak: ${reports} reports, ${known.travellers.size} people, ${sum(known.tried)} actions tried, ${done} done of ${known.succeeded.size} kinds, ${stage.kills()} kills, ${stage.lostAnswers()} answers lost\n`,
  );
  expect(done).toBeGreaterThan(reports * 5);
  // what is refused again and again stays undone, and rings until the end
  expect(sum(known.tried)).toBeLessThan(2 * done);
  expect(known.succeeded.size).toBeGreaterThan(20);
});

test.each(planted)('PLANTED FAULT, $what: $law speaks', (fault) => {
  const law = laws[fault.law as keyof typeof laws]; // named in the list
  expect(law(withFault(end, fault))).not.toEqual([]);
});

test('PLANTED FAULT: somebody, or a deed that was answered, is gone or there twice; a quarantine goes on', () => {
  const [deed] = known.done;
  if (!deed) throw new Error('nothing was done');
  const none = { travellers: new Set<string>(), done: new Map<string, string>() };
  expect(lost(end, { ...none, travellers: new Set(['nobody']) })).toHaveLength(1);
  expect(lost(end, { ...none, done: new Map([['no such deed', deed[1]]]) })).toHaveLength(1);
  const kinds = ['TRAVELLER', 'CHAIN_LINK', 'QUARANTINE_EPISODE', 'TRANSFER', 'PASSENGER', 'HEALTH_CODE_REQUEST'];
  const record = kinds.flatMap((kind) => end.of(kind)).find(({ _id }) => _id === deed[1]);
  if (record) {
    const doubled = snapshot([{ ...record, history: [...record.history, ...record.history] }], end.at);
    expect(lost(doubled, { ...none, done: new Map([deed]) })).toHaveLength(1);
  }
  const [episode] = end.of('QUARANTINE_EPISODE');
  if (!episode) throw new Error('nobody was in quarantine');
  expect(everyEpisodeEnds(snapshot([{ ...episode, state: 'RELEASE_BLOCKED' }], end.at))).toHaveLength(1);
});

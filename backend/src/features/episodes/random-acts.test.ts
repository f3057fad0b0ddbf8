import { quarantineEpisodeLifecycle as machine } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { addHours, dayOf, latest, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import fc from 'fast-check';
import { linesFor } from './counting.rules';
import {
  act,
  anEpisode,
  anId,
  at,
  clockTo,
  now,
  type Scene,
  setTheStage,
  settle,
  stored,
  told,
  wall,
} from './testing/stage';
import { atHome, healthy } from './testing/steps';

setTheStage();

const given = {
  policy: 'V9_NATIONAL',
  category: 'MEDIUM_RISK_STAY',
  anchor: '2022-08-10 06:20',
  found: '2022-08-10 20:00',
} as const;

type Who = Exclude<keyof Scene, 'id' | 'place' | 'household'>;

/** What people do at random; ends other than by the days are left out, so that only the days can end it. */
const doings: readonly (readonly [Who, string, object])[] = [
  ['resident', 'report-health', healthy],
  ['resident', 'report-health', { temperatureTenths: 386, symptoms: ['COUGH'] }],
  ['worker', 'report-health', healthy],
  ['doctor', 'clear-symptom', {}],
  ['doctor', 'send-to-care', {}],
  ['resident', 'taken-by120', {}],
  ['worker', 'return-from-care', {}],
  ['worker', 'mark-absent', { tried: ['PHONE', 'DOOR'] }],
  ['worker', 'find-again', {}],
  ['leader', 'move', { to: 'CENTRAL', reason: { code: 'OWN_WISH' } }],
  ['site', 'settle-central', { site: '县招待所' }],
  ['leader', 'propose-breach', {}],
  ['township', 'hear-person', { words: '说明' }],
  ['township', 'dismiss-breach', {}],
  ['worker', 'release', {}],
  ['worker', 'start-monitoring', {}],
  ['sampler', 'swab', {}],
  ['lab', 'book-result', {}],
];

/** The next swab without a result; none: one that does not exist. */
async function unanswered({ id }: Scene): Promise<string> {
  return (await stored(id)).detail.swabs.find(({ result }) => !result)?.id ?? anId();
}

async function tries(scene: Scene, [who, action, more]: (typeof doings)[number], result: string): Promise<void> {
  const person = scene[who];
  const body = action === 'book-result' ? { swab: await unanswered(scene), result } : more;
  const { status } = await act(person, scene.id, action, body);
  // a site's manager finds nobody who has nothing to do with a site
  expect([200, 404, 409, 422]).toContain(status);
  await settle();
}

/** A missed day that is not made up: on the first evening on which a phase runs, somebody has heard. */
async function expectToldOf({ id }: Scene): Promise<void> {
  const { detail, state, history, enteredBy } = await stored(id);
  if (!['HOME_ACTIVE', 'CENTRAL_ACTIVE'].includes(state)) return;
  const since = history.find(({ opId }) => opId === enteredBy)?.recordedAt ?? now();
  const missed = linesFor(detail, now()).filter((line) => line.state === 'MISSED');
  const untold = missed.filter(({ missedAt, date }) => {
    const from = latest(missedAt, since);
    const evening = shanghaiInstant(dayOf(from), detail.missedTestHour);
    const heardBy = evening >= from ? evening : addHours(evening, 24);
    return heardBy < now() && !detail.missedTold.includes(date);
  });
  expect(untold.map(({ date }) => date)).toEqual([]);
}

const waysBack: Readonly<Record<string, readonly (readonly [Who, string, object])[]>> = {
  SYMPTOM_ALERT: [['doctor', 'clear-symptom', {}]],
  MEDICAL_LEAVE: [['worker', 'return-from-care', {}]],
  ABSENT: [['worker', 'find-again', {}]],
  MOVED: [['site', 'settle-central', { site: '县招待所' }]],
  BREACH_REVIEW: [
    ['township', 'hear-person', { words: '说明' }],
    ['township', 'dismiss-breach', {}],
  ],
};
const afterTheEnd = at('2022-08-17 08:00');

/** Whoever is elsewhere comes back; then what is missing is made up, until the days say that it is over. */
async function bringToAnEnd(scene: Scene): Promise<void> {
  for (let round = 0; round < 8; round++) {
    const before = await stored(scene.id);
    for (const way of waysBack[before.state] ?? []) await tries(scene, way, 'NEGATIVE');
    const { state, detail } = await stored(scene.id);
    if (machine.terminal.some((one) => one === state)) return;
    const room = detail.placement === 'CENTRAL' ? { withRoom: true } : {};
    if (now() < afterTheEnd) await clockTo(wall(afterTheEnd));
    await act(scene.sampler, scene.id, 'swab', room);
    await clockTo(wall(new Date(now().getTime() + 3_600_000)));
    const open = (await stored(scene.id)).detail.swabs.filter(({ result }) => !result);
    for (const _swab of open) await tries(scene, ['lab', 'book-result', {}], 'NEGATIVE');
  }
}

test('whatever people do, no missed day is lost in silence, nobody is free before the end, and it comes to an end', async () => {
  const step = fc.record({
    doing: fc.constantFrom(...doings),
    hours: fc.constantFrom(0, 1, 5, 13, 30),
    result: fc.constantFrom('NEGATIVE', 'NEGATIVE', 'INVALID'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      const scene = await anEpisode(given);
      await atHome(scene);
      for (const { doing, hours, result } of steps) {
        await tries(scene, doing, result);
        await clockTo(wall(new Date(now().getTime() + hours * 3_600_000)));
        await expectToldOf(scene);
        const { state } = await stored(scene.id);
        if (now() < at('2022-08-17 06:20')) expect(state).not.toBe('RELEASED');
      }
      await bringToAnEnd(scene);
      const { state, detail } = await stored(scene.id);
      expect([state, (detail.endedAt ?? at('2022-01-01')) >= at('2022-08-17 06:20')]).toEqual(['RELEASED', true]);
      const due = linesFor(detail, now()).filter((line) => !['DROPPED', 'NOT_APPLICABLE'].includes(line.state));
      expect(due.map((line) => line.state)).toEqual(due.map(() => 'NEGATIVE'));
      expect(told(scene.id).filter((line) => line === 'HOUSEHOLD:RELEASED')).toHaveLength(1);
    }),
    { numRuns: 2, seed: 20220817, endOnFailure: true },
  );
}, 300_000);

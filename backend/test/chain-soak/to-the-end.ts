import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { quarantineEpisodeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { linesFor } from '../../src/features/episodes/counting.rules';
import { dueOn } from '../../src/features/quarantine/due-tests.rules';
import { forEachOf } from '../bad-input/whole-app';
import type { Around } from './deeds';
import { type Snapshot, type Stored, snapshotOf } from './records';
import { act, type Known } from './walk';

/** By kind and state, what people do when they do what they ought to. */
const ways: Readonly<Record<string, readonly string[]>> = {
  'TRAVELLER TRIAGED': ['arrive'],
  'TRAVELLER NEED_INFO': ['arrive'],
  'TRAVELLER ACKNOWLEDGED': ['arrive'],
  'TRAVELLER ADVISED_DEFER': ['arrive'],
  'TRAVELLER EN_ROUTE': ['arrive'],
  'TRAVELLER NO_SHOW': ['arrive'],
  'TRAVELLER SEARCH': ['arrive'],
  'TRAVELLER TRANSIT_ONLY': ['leaveCounty'],
  'TRAVELLER HANDING_OUT': ['confirmHandOut'],
  'HEALTH_TRACKER ACTIVE': ['reportHealth', 'complete'],
  'HEALTH_TRACKER LATE': ['reportHealth', 'complete'],
  'HEALTH_CODE_REQUEST DRAFT': ['withdraw'],
  'HEALTH_CODE_REQUEST COMMUNITY_OK': ['withdraw'],
  'HEALTH_CODE_REQUEST TOWNSHIP_OK': ['withdraw'],
  'HEALTH_CODE_REQUEST COUNTY_OK': ['send', 'recordConfirmed'],
  'HEALTH_CODE_REQUEST NO_ANSWER': ['send'],
  'HEALTH_CODE_REQUEST SENT': ['recordConfirmed'],
  'HEALTH_CODE_REQUEST APPEALED': ['recordConfirmed'],
  'QUARANTINE_EPISODE PENDING': ['viewHome', 'viewHome', 'viewHome', 'assess'],
  'QUARANTINE_EPISODE SYMPTOM_ALERT': ['clearSymptom'],
  'QUARANTINE_EPISODE MEDICAL_LEAVE': ['returnFromCare'],
  'QUARANTINE_EPISODE ADMITTED': ['discharge'],
  'QUARANTINE_EPISODE MOVED': ['settleHome', 'settleCentral'],
  'QUARANTINE_EPISODE ABSENT': ['findAgain'],
  'QUARANTINE_EPISODE BREACH_REVIEW': ['hearPerson', 'dismissBreach'],
  'QUARANTINE_EPISODE HANDING_OUT': ['confirmHandOut'],
  'QUARANTINE_EPISODE ASSESSED': ['startHome', 'startCentral'],
  'TRANSFER BOARDED': ['setOut'],
  'TRANSFER EN_ROUTE': ['arrive', 'arriveAlone'],
  'TRANSFER AT_DEST': ['handOver', 'closeSelfDrive'],
  'TRANSFER HANDED_OVER': ['disinfect'],
  'TRANSFER DISINFECTED': ['close'],
  'TRANSFER BREAKDOWN': ['sendReplacement'],
  'ROOM SAMPLED': ['startCleaning'],
  'ROOM CLEANING': ['finishCleaning'],
};

/** Links that nobody ends by hand, since the records behind them do. */
const endedByRecords: readonly string[] = ['EPISODE', 'TRACKER', 'CODE_REQUEST'];
const linkWays: Readonly<Record<string, readonly string[]>> = {
  WAITING: ['startByHand', 'finishByHand'],
  STARTED: ['finishByHand'],
  FAILED: ['retryByHand', 'finishByHand'],
};

const openEpisode = openStates(quarantineEpisodeLifecycle) as readonly string[];
const inPhase: readonly string[] = ['HOME_ACTIVE', 'CENTRAL_ACTIVE', 'MONITORING', 'RELEASE_BLOCKED'];

/** What is to be done, and what is said with it. */
type Deed = readonly [action: string, said?: object];

/** Kits of two makers, where a day wants two swabs. */
const kits = ['A', 'B'] as const;

/** Swabs to be taken now: for a test of today or of before, or because the release waits for one. */
function swabs({ state, detail }: Stored, now: Date): readonly Deed[] {
  const lines = dueOn(linesFor(detail, now), now);
  if (lines.length === 0 && state !== 'RELEASE_BLOCKED') return [];
  const isDouble = lines.some((line) => line.swabs > 1) || state === 'RELEASE_BLOCKED';
  const withRoom = detail.placement === 'CENTRAL' ? { withRoom: true } : {};
  return kits.slice(0, isDouble ? 2 : 1).map((kit): Deed => ['swab', { kit, ...withRoom }]);
}

const results = ({ detail }: Stored): Deed[] =>
  detail.swabs
    .filter(({ result }: { result?: unknown }) => !result)
    .map(({ id: swab }: { id: string }): Deed => ['bookResult', { swab, result: 'NEGATIVE' }]);

function deedsFor(record: Stored, now: Date): readonly Deed[] {
  const { kind, variant = '', state } = record;
  if (kind === 'QUARANTINE_EPISODE' && inPhase.includes(state)) {
    const taken = results(record);
    // what is taken in the morning is known in the afternoon
    return taken.length > 0 ? taken : swabs(record, now);
  }
  const byHand = kind === 'CHAIN_LINK' && !endedByRecords.includes(variant) ? linkWays[state] : undefined;
  const actions = kind === 'CHAIN_LINK' ? byHand : ways[`${kind} ${state}`];
  return (actions ?? []).map((action): Deed => [action]);
}

const kinds = [
  'TRAVELLER',
  'CHAIN_LINK',
  'QUARANTINE_EPISODE',
  'HEALTH_CODE_REQUEST',
  'HEALTH_TRACKER',
  'TRANSFER',
  'ROOM',
];

/** Everybody does once what they ought to. @returns how many quarantines are open still */
async function onceAll(around: Around, known: Known): Promise<number> {
  const { stage, all } = around;
  const todo = kinds
    .flatMap((kind) => all.of(kind))
    .flatMap((record) => {
      const deeds = deedsFor(record, stage.now());
      return deeds.length > 0 ? [{ record, deeds }] : [];
    });
  await forEachOf(todo, async ({ record, deeds }) => {
    for (const [action, said] of deeds) await act(around, known, record, action, said);
  });
  return all.of('QUARANTINE_EPISODE').filter(({ state }) => openEpisode.includes(state)).length;
}

const days = 60;

/**
 * Everybody who is still to come arrives, and every quarantine is followed to its last day: in the morning what is due is
 * done, in the afternoon its results come.
 * @param look told of every rest
 */
export async function toTheEnd(around: Around, known: Known, look: (all: Snapshot) => void): Promise<void> {
  const { stage } = around;
  const read = () => snapshotOf(stage.app, stage.now());
  // what was looked at in the evening is what the next morning begins with
  let { all } = around;
  for (let day = 0; day < days; day++) {
    const open = await onceAll({ ...around, all }, known);
    await stage.wait(4 * 60);
    await onceAll({ ...around, all: await read() }, known);
    await stage.wait(20 * 60);
    all = await read();
    look(all);
    if (open === 0 && day > 2) return;
  }
}

import { type HeldEnd, heldEnd, type JoinedEnd, type ReleaseVerdict } from '../quarantine';
import { planFor, verdictFor } from './counting.rules';
import type { Episode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';

const byDays: readonly string[] = ['RELEASED', 'ELAPSED'];

/** How far one of several quarantines of a person says something about the others. Pure. */
export function standingIn({ state, detail }: Pick<Episode, 'state' | 'detail'>, since: Date): JoinedEnd['standing'] {
  if (detail.endedAt === undefined) return 'OPEN';
  return byDays.includes(state) && detail.endedAt >= since ? 'RELEASED' : 'GONE';
}

const namesIn = ({ _id, about }: Pick<Episode, '_id' | 'about'>): string[] =>
  about === undefined ? [_id] : [_id, about];

/** Every quarantine of whoever this one is about, because records are one person; undefined: there is none. */
async function joinedWith(deps: Pick<EpisodeDeps, 'connection' | 'samePerson'>, record: Episode) {
  const { county } = record;
  const joined = await deps.samePerson(county, namesIn(record));
  if (!joined) return undefined;
  const all = await episodeRepository(deps.connection).ofPeople(county, joined.names);
  return { ...joined, all };
}

/** What holds for this one: its own days, or those of another quarantine of the same person (handbook 2.11). */
export async function heldEndOf(
  deps: Pick<EpisodeDeps, 'connection' | 'samePerson'>,
  record: Episode,
): Promise<HeldEnd> {
  const joined = await joinedWith(deps, record);
  if (!joined) return { how: 'OWN' };
  const ends = joined.all.map((one) => ({
    ...{ id: one._id, endsAt: planFor(one.detail).endsAt, standing: standingIn(one, joined.since) },
  }));
  return heldEnd(record._id, ends, joined.rightEnds);
}

/** What the days say, and whose they are. */
export interface EndNow {
  readonly verdict: ReleaseVerdict;
  /** `WAIT`: nothing happens at the end of its phases before another quarantine of the same person is released. */
  readonly how: HeldEnd['how'];
}

/**
 * Whether the phase ends now. One that waits does nothing by its own days; one whose other was released ends with it, and
 * what was waited for is done there. A swab without an answer is waited for all the same, and whoever is positive is
 * released by nobody.
 */
export async function endNowOf(
  deps: Pick<EpisodeDeps, 'connection' | 'samePerson'>,
  record: Episode,
  now: Date,
): Promise<EndNow> {
  const verdict = verdictFor(record.detail, now);
  const held = await heldEndOf(deps, record);
  if (held.how === 'OWN' || verdict.outcome === 'POSITIVE') return { verdict, how: 'OWN' };
  const isAnswered = record.detail.swabs.every(({ result }) => result !== undefined);
  if (held.how === 'FOLLOW' && isAnswered)
    return { verdict: { outcome: 'RELEASED', metAt: now, at: now }, how: 'FOLLOW' };
  return { verdict: { outcome: 'RUNNING', until: held.behind.endsAt }, how: 'WAIT' };
}

/**
 * The same for an end that is written next. Two may become one person in this very moment: such a merge is outrun before
 * what holds is asked once more.
 */
export async function endToWriteOf(
  deps: Pick<EpisodeDeps, 'connection' | 'samePerson' | 'outrunMerges'>,
  record: Episode,
  now: Date,
): Promise<EndNow> {
  const end = await endNowOf(deps, record, now);
  if (end.how === 'WAIT' || end.verdict.outcome === 'RUNNING') return end;
  await deps.outrunMerges(record.county, namesIn(record));
  return endNowOf(deps, record, now);
}

/** The open quarantines of the person beside this one. */
export async function othersOf(deps: Pick<EpisodeDeps, 'connection' | 'samePerson'>, record: Episode) {
  const joined = await joinedWith(deps, record);
  return (joined?.all ?? []).filter((one) => one._id !== record._id && one.detail.endedAt === undefined);
}

import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { type LateFact, lateFactCollection, recordsIn } from '../../lifecycle';
import { halfOf } from './daily-clock.rules';
import { type Episode, type HealthReport, isEpisodeOver } from './episode';
import type { EpisodeDeps } from './episode.deps';

/** Nobody reports so often once it is over. */
const readAtMost = 100;

/**
 * Health reports that came after the end, kept as facts: what they say of a self-test, and its photo, is looked at where
 * those are that came in time (handbook 2, 2.3). A photo that is somebody else's is none of theirs.
 */
export async function lateReportsOf(deps: EpisodeDeps, record: Episode): Promise<HealthReport[]> {
  if (!isEpisodeOver(record)) return [];
  const facts = recordsIn<LateFact>(deps.connection.collection(lateFactCollection));
  const meant = { county: record.county, 'fact.record': record._id, 'fact.action': 'reportHealth' };
  const found = await facts
    .find(meant as object)
    .limit(readAtMost)
    .toArray();
  return Promise.all(found.map((late) => reportOf(deps, late)));
}

async function reportOf(deps: EpisodeDeps, { _id: opId, county, fact }: LateFact): Promise<HealthReport> {
  // as the route of this very action has sealed it
  const { sealedWords: sealed = '', selfTestPhoto } = (fact.input ?? {}) as {
    readonly sealedWords?: string;
    readonly selfTestPhoto?: string;
  };
  const { by, occurredAt: at } = fact;
  const file = selfTestPhoto === undefined ? undefined : await deps.fileOf(county, selfTestPhoto);
  const isTheirs = file?.by === by && file.purpose === 'SELF_TEST';
  return {
    ...{ opId, day: dayOf(at), half: halfOf(at), at, by, how: 'SELF' as const, doubts: [], sealed },
    ...(selfTestPhoto && isTheirs ? { selfTestPhoto } : {}),
  };
}

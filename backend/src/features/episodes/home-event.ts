import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { OutboxEntry } from '../../outbox';
import type { HomeEventOpening } from '../quarantine';
import type { HomeEventCause } from './entries';
import type { Episode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { leftAlone } from './left-alone.rules';
import { openWho } from './read-episodes';

/** The home of somebody who is positive, has died, or is in care and was the only adult there (handbook 2.3, 2.12). */
export async function openHomeEvent(deps: EpisodeDeps, record: Episode, entry: OutboxEntry): Promise<void> {
  const { county, household, area, _id: about } = record;
  if (!household) return;
  const cause = entry.payload.because as HomeEventCause; // written by our own verbs
  const opening = { county, household, area: areaId(area), about, because: entry.id };
  if (cause === 'POSITIVE' || cause === 'DEATH') return deps.openHomeEvent({ ...opening, kind: cause });
  const left = await whoIsLeft(deps, record, household);
  // an empty home matters once the hospital keeps the person: for an afternoon it is locked
  if (left.children.length === 0 && !(left.isEmpty && cause === 'ADMITTED')) return;
  const leftBehind: HomeEventOpening['leftBehind'] = left.children.map((age) => ({ kind: 'CHILD', age }));
  await deps.openHomeEvent({
    ...{ ...opening, kind: 'ADMISSION' },
    ...(leftBehind.length > 0 ? { leftBehind } : {}),
  });
}

async function whoIsLeft(deps: EpisodeDeps, { county, _id }: Episode, household: string) {
  const facts = await deps.householdFacts(county, household);
  const all = await episodeRepository(deps.connection).ofHousehold(county, household);
  const there = all.filter(({ detail, _id: id }) => id !== _id && detail.endedAt === undefined);
  const others = await Promise.all(there.map(async (one) => (await openWho(deps, one))?.birthYear));
  const year = Number(dayOf(deps.now()).slice(0, 4));
  return leftAlone({ size: facts?.size, needs: facts?.needs ?? [], others, year });
}

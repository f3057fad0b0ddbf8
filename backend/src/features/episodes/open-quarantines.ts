import type { Connection } from 'mongoose';
import { episodeRepository } from './episode.repository';

/** Whoever of a home is in quarantine, or about to be: the episode, and the traveller whose chain it belongs to. */
export async function openQuarantinesOf(
  connection: Connection,
  county: string,
  household: string,
): Promise<{ readonly episode: string; readonly about?: string }[]> {
  const all = await episodeRepository(connection).ofHousehold(county, household);
  return all
    .filter(({ detail }) => detail.endedAt === undefined && detail.placement !== 'CENTRAL')
    .map(({ _id: episode, about }) => ({ episode, ...(about ? { about } : {}) }));
}

import type { WhoIsIn } from '../quarantine';
import { planFor } from './counting.rules';
import type { Episode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { openWho } from './read-episodes';

/** A quarantine with its own end, and whom it is about; nobody once the key was destroyed. */
export interface OpenQuarantine {
  readonly record: Episode;
  readonly endsAt: Date;
  readonly who: WhoIsIn | undefined;
}

/** Every quarantine of these, by quarantine or by traveller. */
export async function quarantinesOfPeople(
  deps: EpisodeDeps,
  county: string,
  names: readonly string[],
): Promise<OpenQuarantine[]> {
  const found = await episodeRepository(deps.connection).ofPeople(county, names);
  return Promise.all(
    found.map(async (record) => ({
      ...{ record, endsAt: planFor(record.detail).endsAt },
      who: await openWho(deps, record),
    })),
  );
}

/** The same names, and those of every quarantine of these and of whom it is about; nothing is opened. */
export async function withQuarantines(
  { connection }: Pick<EpisodeDeps, 'connection'>,
  county: string,
  names: readonly string[],
): Promise<string[]> {
  const found = await episodeRepository(connection).ofPeople(county, names);
  return [...new Set([...names, ...found.flatMap(({ _id, about }) => (about === undefined ? [_id] : [_id, about]))])];
}

/** Ids of the open ones of these areas, and of whom they are about. */
export async function quarantinesIn(deps: Pick<EpisodeDeps, 'connection'>, county: string, areas: readonly string[]) {
  return (await episodeRepository(deps.connection).openIn(county, areas)).map(({ _id }) => _id);
}

/** Whether one of these, by quarantine or by traveller, has died in quarantine. */
export async function diedInQuarantine(
  { connection }: Pick<EpisodeDeps, 'connection'>,
  county: string,
  names: readonly string[],
): Promise<boolean> {
  const found = await episodeRepository(connection).ofPeople(county, names);
  return found.some(({ state }) => state === 'DECEASED');
}

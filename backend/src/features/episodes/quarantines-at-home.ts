import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { WantedCode } from '@grid-relief/shared-types/quarantine/code-request.schema';
import { type CodeRequestOpening, ruleOn } from '../quarantine';
import { type Episode, isEpisodeOver } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { openWho } from './read-episodes';

/** Somebody of a home with a quarantine, and the code that the rules want for them. */
export interface QuarantineAtHome {
  readonly id: string;
  readonly about?: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly createdAt: Date;
  readonly endedAt?: Date;
  /** Absent: none is asked for. */
  readonly wanted?: WantedCode;
}

/** All quarantines of a home; of those that are over only a positive one has a code to ask for. */
export async function quarantinesAtHome(
  deps: EpisodeDeps,
  county: string,
  household: string,
): Promise<QuarantineAtHome[]> {
  const all = await episodeRepository(deps.connection).ofHousehold(county, household);
  return Promise.all(
    all.map(async (one) => {
      const { _id: id, about, state, createdAt, detail } = one;
      const wanted = await wantedCode(deps, one);
      return {
        ...{ id, state, createdAt, isOpen: !isEpisodeOver(one) },
        ...(about ? { about } : {}),
        ...(detail.endedAt ? { endedAt: detail.endedAt } : {}),
        ...(wanted ? { wanted } : {}),
      };
    }),
  );
}

/** What a request for the code of one of them says; undefined: none is to be asked for. */
export async function codeToAsk(
  deps: EpisodeDeps,
  county: string,
  episode: string,
): Promise<Omit<CodeRequestOpening, 'id' | 'asked' | 'writers' | 'because'> | undefined> {
  const record = await episodeRepository(deps.connection).byId(county, episode);
  const wanted = record && (await wantedCode(deps, record));
  if (!record || !wanted) return undefined;
  const { about, household, area, parties = [], detail } = record;
  return {
    ...{ county, area: areaId(area), parties, who: await openWho(deps, record), wanted, category: detail.category },
    ...(about ? { about } : {}),
    ...(household ? { household } : {}),
  };
}

/** A case has a red code; everybody else the one of the row by which they are looked after. */
async function wantedCode(deps: EpisodeDeps, record: Episode): Promise<WantedCode | undefined> {
  if (record.state === 'POSITIVE_TRANSFER') return 'RED';
  if (isEpisodeOver(record)) return undefined;
  const { foundAt, category } = record.detail;
  const code = ruleOn(await deps.policyAt(record.county, foundAt), category, dayOf(foundAt))?.code;
  return code === undefined || code === 'NONE' ? undefined : code;
}

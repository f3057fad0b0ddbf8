import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { OpenEpisodeFacts, Reason, WhoIsIn } from '../quarantine';
import { countOf } from './counting.rules';
import type { Episode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';

/** An open episode as a change of rule sees it. */
export interface CountedEpisode {
  readonly id: string;
  /** The traveller whose places decided, and nothing else; absent: no change of the risk list touches it. */
  readonly judgedFrom?: string;
  readonly facts: OpenEpisodeFacts;
}

/** Categories that come from places; contacts, arrivals from abroad and discharged people are judged before them. */
const byPlaces: readonly QuarantineCategory[] = [
  ...(['HIGH_RISK_STAY', 'MEDIUM_RISK_STAY', 'REST_OF_COUNTY_STAY', 'LOW_RISK_STAY'] as const),
  ...(['CITY_WITH_CASES', 'OTHER_PROVINCE'] as const),
];

/** Every open episode of a county, one after the other, or those of these ids that are open. */
export async function* countedEpisodes(
  deps: EpisodeDeps,
  county: string,
  only?: readonly string[],
): AsyncGenerator<CountedEpisode> {
  for await (const record of episodeRepository(deps.connection).openOf(county, only)) {
    yield await countedOf(deps, record);
  }
}

async function countedOf(deps: EpisodeDeps, record: Episode): Promise<CountedEpisode> {
  const { _id: id, about, detail } = record;
  const { category, policy, predecessor } = detail;
  const { reason = nothingKnown } = (await openSealed(deps, record)) ?? {};
  const basis = { category, policyCode: policy.code, policyVersion: policy.version, reason };
  // an investigator has judged the successor by what no list says
  const isByPlaces = byPlaces.includes(category) && predecessor === undefined;
  return {
    id,
    ...(about && isByPlaces ? { judgedFrom: about } : {}),
    facts: { basis, count: countOf(detail) },
  };
}

const nothingKnown: Reason = { code: 'NOTHING_FOUND', values: {} };

async function openSealed(
  deps: EpisodeDeps,
  { county, detail }: Episode,
): Promise<{ readonly who: WhoIsIn; readonly reason?: Reason } | undefined> {
  const text = await deps.unseal(county, detail.sealed, 'who');
  // sealed by our own verbs, and by nobody else
  return text === undefined ? undefined : JSON.parse(text);
}

/** Names in plain text by id; whose key was destroyed is not among them. */
export async function namesOfEpisodes(
  deps: EpisodeDeps,
  county: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const record of await episodeRepository(deps.connection).byIds(county, ids)) {
    const name = (await openSealed(deps, record))?.who.name;
    if (name !== undefined) names.set(record._id, name);
  }
  return names;
}

/** Those of these travellers who are in quarantine. */
export function whoIsInQuarantine(deps: EpisodeDeps, county: string, people: readonly string[]): Promise<Set<string>> {
  return episodeRepository(deps.connection).whoIsIn(county, people);
}

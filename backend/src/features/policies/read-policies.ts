import type { ParamsOf, QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type {
  countyPolicy,
  getPolicySet,
  listPolicySets,
  listRiskAreas,
} from '@grid-relief/shared-types/quarantine/policy.contract';
import { pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { choiceAfter, choiceAt, linesHolding } from './in-force.rules';
import type { PoliciesDeps } from './policies.deps';
import { presentLine, presentSetRow } from './policy.presenter';
import { setId } from './policy.repository';

type Reads = Pick<PoliciesDeps, 'policies' | 'book' | 'now'>;

/** All sets that are stored, by code and version. */
export async function readSets(
  { policies }: Reads,
  county: string,
  query: QueryOf<typeof listPolicySets>,
): Promise<ResponseOf<typeof listPolicySets>> {
  const all = await policies.sets(county);
  const { rows, ...more } = pageOfRows(all, ({ set: { code, version } }) => [code, version], query);
  return { items: rows.map(presentSetRow), ...more };
}

/** @throws Problem not-found */
export async function readSet(
  { policies }: Reads,
  county: string,
  { id }: ParamsOf<typeof getPolicySet>,
): Promise<ResponseOf<typeof getPolicySet>> {
  const found = await policies.set(county, id);
  if (!found) throw new Problem('not-found');
  return { id, set: found.set };
}

/** By what the county judges now. @throws Problem unavailable */
export async function readCountyPolicy({ book, now }: Reads, county: string): Promise<ResponseOf<typeof countyPolicy>> {
  const at = now();
  const { choices } = await book.inForce(county);
  const choice = choiceAt(choices, at);
  if (!choice) throw new Problem('unavailable');
  const { id, set } = await book.setOf(county, choice);
  const next = choiceAfter(choices, at);
  const later = next && {
    ...{ id: RecordId.parse(setId(county, next)), code: next.code, version: next.version },
    from: next.from.toISOString(),
  };
  return { id: RecordId.parse(id), set, from: choice.from.toISOString(), ...(later ? { next: later } : {}) };
}

/** Risk areas as they count now, the latest first. */
export async function readRiskAreas(
  { book, now }: Reads,
  county: string,
  query: QueryOf<typeof listRiskAreas>,
): Promise<ResponseOf<typeof listRiskAreas>> {
  const { lines } = await book.inForce(county);
  const holding = linesHolding(lines, now());
  const { rows, ...more } = pageOfRows(holding, ({ validFrom, _id }) => [-validFrom.getTime(), _id], query);
  return { items: rows.map(presentLine), ...more };
}

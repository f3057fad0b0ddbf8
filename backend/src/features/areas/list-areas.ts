import type { AreaView } from '@grid-relief/shared-types/areas/area.schema';
import { type AreaId, areaId, areaIdPattern, areaLevels, levelOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import type { AreaRecord } from './area.record';
import type { AreaRepository } from './area.repository';
import type { AreaBook } from './area-book';

const defaultLimit = 50;

export interface ListAreasDeps {
  readonly areas: AreaRepository;
  readonly book: AreaBook;
  readonly now: () => Date;
}

export interface ListAreasQuery {
  readonly parent?: AreaId | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * The places directly below one place of the reader's county; without a parent, the townships.
 * @throws not-found for a place of another county or one nobody knows
 */
export async function listAreas(deps: ListAreasDeps, county: string, query: ListAreasQuery) {
  const parent = query.parent ?? areaId(county);
  if (!parent.startsWith(county) || !deps.book.has(parent)) throw new Problem('not-found');
  const level = areaLevels[areaLevels.indexOf(levelOf(parent)) + 1];
  if (!level) return { items: [] };
  const limit = query.limit ?? defaultLimit;
  const after = query.after && areaIdPattern.test(query.after) ? areaId(query.after) : undefined;
  const rows = await deps.areas.below({
    county,
    parent,
    level,
    limit: limit + 1,
    now: deps.now(),
    ...(after ? { after } : {}),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((area) => present(area, deps.book)),
    ...(rows.length > limit && last ? { next: last._id } : {}),
  };
}

function present(area: AreaRecord, book: AreaBook): AreaView {
  return {
    id: area._id,
    level: area.level,
    name: area.name,
    path: book.areaNames(area._id),
    zone: book.zoneOf(area._id),
    adjacent: [...area.adjacent],
  };
}

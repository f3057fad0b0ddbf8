import * as z from '../zod';

/** Levels of the area tree, from the widest; a household hangs below a building or, in villages, below its grid. */
export const areaLevels = ['COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRID', 'BUILDING'] as const;
export const AreaLevel = z.enum(areaLevels);
export type AreaLevel = z.infer<typeof AreaLevel>;

/**
 * An area id carries its ancestry: 6 digits county, 9 township, 12 village or community (statistical code), then our own
 * `-g01` for a grid and `-b01` for a building, e.g. `141122100201-g03-b12`.
 */
export const areaIdPattern = /^[0-9]{6}([0-9]{3}([0-9]{3}(-g[0-9]{2,3}(-b[0-9]{2,3})?)?)?)?$/;
export const AreaId = z.string().check(z.regex(areaIdPattern, 'area')).brand<'AreaId'>();
export type AreaId = z.infer<typeof AreaId>;

/** An area id made by code that already knows it is well-formed. @throws when it is not */
export function areaId(text: string): AreaId {
  return AreaId.parse(text);
}

/** The ids of an area and all its ancestors, widest first: the `scope[]` every record stores. */
export function scopeOf(area: AreaId): AreaId[] {
  const [digits = '', ...own] = area.split('-');
  const scope: string[] = [];
  for (const length of [6, 9, 12]) if (digits.length >= length) scope.push(digits.slice(0, length));
  own.forEach((_, i) => {
    scope.push([digits, ...own.slice(0, i + 1)].join('-'));
  });
  return scope as AreaId[]; // every prefix of a valid area id on a level boundary is a valid area id
}

/** The level an area id stands on. */
export function levelOf(area: AreaId): AreaLevel {
  return areaLevels[scopeOf(area).length - 1] ?? 'COUNTY';
}

/** The ancestor of an area on a level, or undefined when the area is wider than that level. */
export function ancestorAt(area: AreaId, level: AreaLevel): AreaId | undefined {
  return scopeOf(area)[areaLevels.indexOf(level)];
}

/** Control zones of the 8th-edition era; the zone decides the delivery mode (handbook 4.9). */
export const ControlZone = z.enum(['SEALED', 'CONTROLLED', 'GUARDED', 'NONE']);
export type ControlZone = z.infer<typeof ControlZone>;

/** Four-class medicine is sold under real-name registration, by way of a doctor alone, or like any other goods (handbook 4.8). */
export const FourClassMode = z.enum(['REGISTER', 'SUSPENDED', 'FREE']);
export type FourClassMode = z.infer<typeof FourClassMode>;

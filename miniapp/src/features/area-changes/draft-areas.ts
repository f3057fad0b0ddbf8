import type { AreaView } from '@grid-relief/shared-types/areas/area.schema';
import type { AreaChangeWish } from '@grid-relief/shared-types/areas/area-change.schema';
import { AreaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import * as z from '@grid-relief/shared-types/zod';

export type Kind = AreaChangeWish['kind'];

/** A place as it has been chosen. */
export type Chosen = Pick<AreaView, 'id' | 'name'>;

/** One of the new areas, as it is being written down. */
export type NewPart = { readonly nth: number; readonly name: string; readonly code: string };

/** What is being put together, before anybody else knows of it. */
export type Draft = {
  readonly kind: Kind;
  readonly areas: readonly Chosen[];
  readonly into: readonly NewPart[];
  /** To which of the new areas each part of the old one goes; what is not named goes to the first. */
  readonly partOf: Readonly<Record<string, number>>;
};

export type Missing = 'need-area' | 'need-more' | 'need-name' | 'need-code' | 'need-part';

/** The digits by which an area differs from those beside it. Pure. */
export function ownDigits(area: AreaId): string {
  return /\d+$/.exec(area.slice(scopeOf(area).at(-2)?.length ?? 0))?.[0] ?? '';
}

/** The next numbers after those in use, written alike. One that was used before and has ended is refused by the server. Pure. */
export function nextCodes(beside: readonly AreaId[], count: number): string[] {
  const width = Math.max(2, ...beside.map((area) => ownDigits(area).length));
  const highest = Math.max(0, ...beside.map((area) => Number(ownDigits(area))));
  return Array.from({ length: count }, (_, i) => String(highest + 1 + i).padStart(width, '0'));
}

/** The id of an area with these digits beside another one; undefined: they make none. Pure. */
export function areaBeside(area: AreaId, code: string): AreaId | undefined {
  const parent = scopeOf(area).at(-2) ?? '';
  const letters = levelOf(area) === 'GRID' ? '-g' : '';
  return z.safeParse(AreaId, `${parent}${letters}${code}`).data;
}

/** What is still missing, the first thing first; undefined: it can be sent. Pure. */
export function missingIn({ kind, areas, into, partOf }: Draft, parts: readonly AreaId[]): Missing | undefined {
  const [first] = areas;
  if (!first) return 'need-area';
  if (kind === 'MERGE' && areas.length < 2) return 'need-more';
  if (into.some(({ name }) => name.trim() === '')) return 'need-name';
  if (into.some(({ code }) => areaBeside(first.id, code) === undefined)) return 'need-code';
  const hasParts = into.every((_, i) => parts.some((part) => (partOf[part] ?? 0) === i));
  return kind === 'SPLIT' && !hasParts ? 'need-part' : undefined;
}

/** What is sent. Pure. @param parts what lies directly in the area that is split */
export function wishOf({ kind, areas, into, partOf }: Draft, parts: readonly AreaId[]): AreaChangeWish | undefined {
  const [first] = areas;
  if (!first) return undefined;
  const made = into.flatMap(({ name, code }) => {
    const area = areaBeside(first.id, code);
    return area ? [{ area, name: name.trim() }] : [];
  });
  const [one] = made;
  if (!one || made.length < into.length) return undefined;
  if (kind === 'MERGE') return { kind, areas: areas.map(({ id }) => id), into: one };
  if (kind === 'RENUMBER') return { kind, area: first.id, into: one };
  const own = (nth: number) => parts.filter((part) => (partOf[part] ?? 0) === nth);
  return { kind, area: first.id, into: made.map((each, i) => ({ ...each, parts: own(i) })) };
}

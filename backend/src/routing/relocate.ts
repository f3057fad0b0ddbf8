import { type Lifecycle, openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { act, fire, type NativeCollection, type Tracked, withOnly } from '../lifecycle';
import { derivedId } from '../platform/ids';
import { routeEntry } from './assignment-fields';

const doc = 'Its area has ended; it lies in the one that has come in its place.';

/** A record of which somebody asks where it lies. */
export type Relocatable = Pick<Tracked, '_id' | 'county' | 'kind' | 'state' | 'area' | 'revision'>;

/** Another place for a record. */
export interface Relocation {
  readonly collection: NativeCollection;
  readonly machine: Lifecycle;
  readonly record: Relocatable;
  readonly to: AreaId;
  readonly now: Date;
  /** What else of it names the place. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** Work that nobody holds, in the words of a filter: whoever holds it keeps it where it was taken (handbook 2.11). */
export const heldByNobody = { 'assignment.assignee': { $exists: false } } as const;

/** The states in which a record goes along when its area ends: open, and held by nobody. */
export function movableStates(machine: Lifecycle): string[] {
  return openStates(machine).filter((state) => !machine.held.includes(state));
}

/**
 * Brings a record that nobody holds to another place, in one write with its history. What looks for somebody looks anew
 * from there, once: what it was to look for from the old place is gone with the same write. An offer that is out stays.
 * @returns false when it is held, over or elsewhere by now
 */
export async function relocate({ collection, machine, record, to, now, set }: Relocation): Promise<boolean> {
  const { _id, county, kind, state, area, revision } = record;
  const opId = derivedId(county, _id, 'relocate', area, to, String(revision));
  const only = withOnly(machine, 'relocate', { from: movableStates(machine), doc });
  const looks = machine.actions.offer?.from.includes(state) ?? false;
  return fire(() =>
    act({
      ...{ collection, kind, id: _id, opId, now, machine: only, action: 'relocate' },
      actor: { system: 'outbox', county },
      guard: { area, state, ...heldByNobody },
      set: { ...set, ...placeOf(to), ...(looks ? { 'assignment.rung': 0 } : {}) },
      ...(looks ? { emit: [routeEntry([state])], stages: [onlyRoute(`${opId}.0`)] } : {}),
      visible: () => true,
    }),
  );
}

const placeOf = (area: AreaId) => ({ area, scope: scopeOf(area) });

function onlyRoute(id: string) {
  const isOther = { $and: [{ $eq: ['$$entry.kind', 'route'] }, { $ne: ['$$entry.id', { $literal: id }] }] };
  return { $set: { outbox: { $filter: { input: '$outbox', as: 'entry', cond: { $not: [isOther] } } } } };
}

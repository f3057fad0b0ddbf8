import { type ActionOf, lifecycle, type StateOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { idSource } from '../platform/ids';
import type { PersonActor } from './actor';

/** A small machine with every kind of rule the table knows; the engines' own tests need no domain words. */
export const crate = lifecycle({
  name: 'crate',
  resource: 'crates',
  states: ['OPEN', 'OFFERED', 'HELD', 'DONE', 'CANCELLED', 'VOID'],
  initial: ['OPEN', 'VOID'],
  terminal: ['DONE', 'CANCELLED', 'VOID'],
  held: ['HELD'],
  actions: {
    offer: {
      from: ['OPEN'],
      to: 'OFFERED',
      by: [{ system: 'router' }],
      limit: { minutes: 10, fires: 'expire' },
      doc: '.',
    },
    accept: { from: ['OFFERED'], to: 'HELD', by: [{ role: 'VOLUNTEER', relation: 'offeredTo' }], doc: '.' },
    expire: { from: ['OFFERED', 'HELD'], to: 'OPEN', by: [{ system: 'timer' }], doc: '.' },
    claim: {
      from: ['OPEN'],
      to: 'HELD',
      by: [{ role: 'VOLUNTEER', relation: 'eligible' }],
      limit: { minutes: 60, fires: 'expire' },
      doc: '.',
    },
    reassign: { from: ['HELD'], to: 'HELD', by: [{ role: 'GRID_LEADER', relation: 'inArea' }], doc: '.' },
    giveBack: {
      from: ['HELD'],
      to: 'OPEN',
      by: [
        { role: 'VOLUNTEER', relation: 'assignee' },
        { role: 'GRID_LEADER', relation: 'inArea' },
      ],
      needs: ['reason'],
      doc: '.',
    },
    finish: { from: ['HELD'], to: 'DONE', by: [{ role: 'VOLUNTEER', relation: 'assignee' }], fact: true, doc: '.' },
    edit: { from: ['OPEN'], to: 'SAME', by: [{ role: 'RESIDENT', relation: 'own' }], needs: ['revision'], doc: '.' },
    address: {
      from: ['OPEN'],
      to: 'SAME',
      by: [
        { role: 'RESIDENT', relation: 'party' },
        { role: 'GRID_LEADER', relation: 'inArea' },
      ],
      doc: '.',
    },
    steelOnly: {
      from: ['OPEN'],
      to: 'SAME',
      by: [{ role: 'VOLUNTEER', relation: 'eligible' }],
      variants: ['STEEL'],
      doc: '.',
    },
    cancel: {
      from: ['OPEN', 'OFFERED', 'HELD'],
      to: 'CANCELLED',
      by: [{ role: 'RESIDENT', relation: 'own' }, { role: 'PROXY', relation: 'own' }, { system: 'outbox' }],
      needs: ['reason'],
      doc: '.',
    },
  },
});
export type CrateState = StateOf<typeof crate>;
export type CrateAction = ActionOf<typeof crate>;

const ids = idSource();
/** A new operation id, or any other id. */
export const operation = () => ids('141122');

/** An invented person of the sample county, with roles for one village. */
export function person(number: number, roles: readonly Role[] = ['VOLUNTEER']): PersonActor {
  const personId = `141122-${String(number).padStart(26, '0')}`;
  const grants = roles.map((role) => ({ role, area: areaId('141122100201') }));
  return { personId, county: '141122', grants, ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 0 };
}

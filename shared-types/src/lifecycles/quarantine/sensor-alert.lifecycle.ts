import type { Role } from '../../roles';
import { type Allowed, lifecycle } from '../lifecycle';
import { captain, county, grid, outbox, policy, timer, township } from './actors';

const answering: readonly Allowed[] = [...grid, ...captain];

/** Who is told, and how many minutes after the opening (handbook 2.3b). */
export const sensorAlertClimbs = [
  { role: 'GRID_WORKER', minutes: 0 },
  { role: 'BUILDING_CAPTAIN', minutes: 2 },
  { role: 'GRID_LEADER', minutes: 15 },
  { role: 'TOWNSHIP_DISPATCHER', minutes: 60 },
] as const satisfies readonly { readonly role: Role; readonly minutes: number }[];

/** Minutes after the opening by which somebody stands at the door, and after which an open door is told again. */
export const sensorAlertMinutes = { onSite: 5, doorLeftOpen: 3 } as const;

/** An opened door, or many sensors that fell silent at once. */
export const alertVariants = ['DOOR', 'SILENCE'] as const;

/** What an opened door turned out to be (handbook 2.3b). */
export const alertCloseCodes = [
  'DELIVERY',
  'WASTE',
  'SAMPLING',
  'MEDICAL',
  'FIRE',
  'CHILD',
  'FALSE',
  'LEFT_HOME',
] as const;

/** A door opened outside of an approved window, until a person knows why (handbook 2.3b). */
export const sensorAlertLifecycle = lifecycle({
  name: 'sensorAlert',
  resource: 'sensor-alerts',
  states: ['OPEN', 'CALLED', 'ON_SITE', 'GROUPED', 'CLOSED'],
  initial: ['OPEN'],
  terminal: ['CLOSED'],
  held: [],
  asksPeople: true,
  actions: {
    call: { from: ['OPEN'], to: 'CALLED', by: answering, doc: 'Somebody phones the household.' },
    goToDoor: {
      from: ['CALLED'],
      to: 'ON_SITE',
      by: answering,
      doc: 'Somebody stands at the door, five minutes after the opening at the latest.',
    },
    group: {
      from: ['OPEN'],
      to: 'GROUPED',
      by: [...policy, ...outbox],
      doc: 'Many at once, as in a power cut: one alert for all.',
    },
    repeat: {
      from: ['OPEN', 'CALLED', 'ON_SITE'],
      to: 'SAME',
      by: timer,
      doc: 'The door has stood open for more than three minutes.',
    },
    climb: {
      from: ['OPEN', 'CALLED', 'ON_SITE'],
      to: 'SAME',
      by: timer,
      doc: 'Not closed yet: building captain after 2 minutes, grid leader after 15, township after 60.',
    },
    close: {
      from: ['OPEN', 'CALLED', 'ON_SITE', 'GROUPED'],
      to: 'CLOSED',
      by: [...answering, ...township, ...county, ...outbox],
      needs: ['reason'],
      doc: 'Known why, by a close code; by the product only where the episode behind the door has ended.',
    },
  },
});

import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import {
  type alertVariants,
  sensorAlertClimbs,
  sensorAlertLifecycle,
  sensorAlertMinutes,
} from '@grid-relief/shared-types/lifecycles/quarantine/sensor-alert.lifecycle';
import type { Role } from '@grid-relief/shared-types/roles';
import type { StepNote } from '../../../acting';
import type { Task } from '../../../tasks';

/** The states and actions of handbook 2.3b. */
export const machine = sensorAlertLifecycle;
export type AlertAction = ActionOf<typeof sensorAlertLifecycle>;
export const alertKind = 'SENSOR_ALERT' as const;

/** What only an alert knows of itself. */
export interface AlertDetail {
  /** Four characters to speak of it. */
  readonly code: string;
  /** The sensor whose door was opened; absent for many that fell silent. */
  readonly sensor?: string;
  readonly since: Date;
  /** What was said beside a step, sealed, by the operation that brought it. */
  readonly notes?: readonly StepNote[];
}

/** A door that was opened and nobody knows why, or many sensors that fell silent at once: work of the grid. */
export interface SensorAlert extends Task<AlertDetail> {
  readonly kind: typeof alertKind;
  readonly variant: (typeof alertVariants)[number];
}

/** One step of the ladder: who hears, so many minutes after the alert began. */
export interface Rung {
  readonly minutes: number;
  readonly roles: readonly Role[];
  /** Told only while nobody stands at the door. */
  readonly unlessOnSite?: true;
}

const [first, ...later] = sensorAlertClimbs;
/** Who hears at once. */
export const firstRole: Role = first.role;

/** The steps after the first, in the order of their times (handbook 2.3b). */
export const ladder: readonly Rung[] = [
  ...later.map(({ role, minutes }) => ({ minutes, roles: [role] })),
  {
    minutes: sensorAlertMinutes.onSite,
    roles: ['GRID_WORKER', 'BUILDING_CAPTAIN'] as const,
    unlessOnSite: true as const,
  },
].sort((a, b) => a.minutes - b.minutes);

const terminal: readonly string[] = machine.terminal;
/** Known why. Pure. */
export const isAlertOver = ({ state }: Pick<SensorAlert, 'state'>): boolean => terminal.includes(state);

import type { ActionRule, Allowed } from '../../lifecycle';
import { grid, host, person, timer } from '../actors';
import type { TransferState } from './states';

const own = ['SELF_DRIVE'];
/** Whoever comes in the own car, or answers for them. */
export const selfDriver: readonly Allowed[] = [...person, ...host];

/** Somebody who drives alone: declared, expected, looked for, taken over (handbook 2.4). */
export const ownCar = {
  setOutAlone: {
    from: ['APPROVED'],
    to: 'EN_ROUTE',
    by: [...selfDriver, ...grid],
    variants: own,
    doc: 'In the own car, with an escort or a declared route and an expected time.',
  },
  arriveAlone: {
    from: ['EN_ROUTE'],
    to: 'AT_DEST',
    by: [...selfDriver, ...grid],
    variants: own,
    fact: true,
    doc: 'The own car is there.',
  },
  selfDriveOverdue: {
    from: ['EN_ROUTE'],
    to: 'SAME',
    by: timer,
    variants: own,
    doc: 'Half an hour after the expected time: a call, then a search.',
  },
  closeSelfDrive: {
    from: ['AT_DEST'],
    to: 'CLOSED',
    by: [...selfDriver, ...grid],
    variants: own,
    doc: 'Taken over; there is no vehicle to disinfect.',
  },
} as const satisfies Readonly<Record<string, ActionRule<TransferState>>>;

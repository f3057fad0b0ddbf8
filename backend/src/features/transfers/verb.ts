import { addMinutes, latest } from '@grid-relief/shared-types/primitives/instants';
import type { Attempt, Effects, Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { isUnknownOutcome, timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { inPlaceBy, machine, type Transfer, type TransferBody } from './transfer';
import type { TransferDeps } from './transfer.deps';

export type TripVerb = Verb<Transfer, TransferBody, TransferDeps>;
export type TripAttempt = Attempt<Transfer, TransferBody, TransferDeps>;
export type TripEffects = Effects<Transfer>;

/** What a field of the body lacks. */
export function wrong(field: string, detail: string): Problem {
  return new Problem('invalid-input', undefined, { errors: [{ pointer: `/${field}`, detail }] });
}

const onTheWay = machine.actions.transferOverdue.from;

/** Half of the hours, and all of them (handbook 4.2: half of the limit warns). What has rung is told apart by `rings`. */
export function hoursTimers({ from, minutes }: Transfer['detail'], now: Date): NewEntry[] {
  const stay = { states: [...onTheWay] };
  const half = addMinutes(from, minutes / 2);
  return [half, inPlaceBy({ from, minutes })].map((due) => timerAt('transferOverdue', latest(due, now), stay));
}

/** Takes something scarce, and gives it back when the write has certainly not come about. */
export function givingBack(giveBack: () => Promise<void>): Required<Pick<TripEffects, 'around'>> {
  return {
    async around(write) {
      try {
        return await write();
      } catch (error) {
        if (!isUnknownOutcome(error)) await giveBack();
        throw error;
      }
    },
  };
}

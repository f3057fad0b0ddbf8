import type { Passenger } from './passenger';

/** How many of a list had boarded, and what has become of them (handbook 2.4). */
export interface HeadCount {
  /** Ever on board. */
  readonly boarded: number;
  readonly takenOver: number;
  readonly to120: number;
  /** Nobody has said anything about them yet. */
  readonly unsaid: number;
  /** Whoever had boarded is accounted for, and of nobody is nothing known: nothing about the list can change any more. */
  readonly agree: boolean;
}

const everOnBoard: readonly string[] = ['BOARDED', 'TAKEN_OVER', 'TO_120'];

/**
 * Taken over and sent to 120 must be as many as had boarded, before the second signature. Once they agree they stay so:
 * every state that is left is terminal. Pure.
 */
export function headCount(passengers: readonly Pick<Passenger, 'state'>[]): HeadCount {
  const count = (...states: string[]) => passengers.filter(({ state }) => states.includes(state)).length;
  const [boarded, takenOver, to120] = [count(...everOnBoard), count('TAKEN_OVER'), count('TO_120')];
  const unsaid = count('LISTED');
  return { boarded, takenOver, to120, unsaid, agree: unsaid === 0 && takenOver + to120 === boarded };
}

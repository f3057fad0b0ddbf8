import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { goalsOf, type TransferAsk } from '@grid-relief/shared-types/transfers/transfer-ask.schema';
import { wrong } from './verb';

/** Ours. Minutes: what has happened is written down within a day, and nobody plans a car for the week after next. */
const [backAtMost, aheadAtMost] = [24 * 60, 7 * 24 * 60];

/**
 * What cannot be asked for, whoever asks. Pure.
 * @throws Problem invalid-input naming the field
 */
export function checkAsk({ kind, goal, byAmbulance, isTaken, people, from }: TransferAsk, now: Date): void {
  if (!goalsOf[kind].includes(goal)) throw wrong('goal', `is not where ${kind} goes`);
  if (byAmbulance && goal !== 'HOSPITAL') throw wrong('byAmbulance', 'an ambulance goes to a hospital');
  if (byAmbulance && people.length > 1) throw wrong('people', 'an ambulance takes one');
  if (isTaken && !byAmbulance) throw wrong('isTaken', 'only an ambulance has taken somebody already');
  const at = new Date(from);
  if (at < addMinutes(now, -backAtMost)) throw wrong('from', 'lies too far back');
  if (at > addMinutes(now, aheadAtMost)) throw wrong('from', 'lies too far ahead');
}

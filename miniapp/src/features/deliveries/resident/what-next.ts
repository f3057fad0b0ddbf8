import type { DeliveryRow, DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { deliveryText, nextWords } from '@/text/delivery-words';
import { isFetched } from '../pickup-slot/fetched';
import { useByWords } from './by-words';
import { isUnderWay } from './delivery-look';

type Shown = Pick<DeliveryView, 'kind' | 'state' | 'next' | 'flags' | 'money'> & Pick<DeliveryRow, 'mode'>;

/** Flags that only a doctor takes away (handbook 4.8). */
const doctorFlags: readonly string[] = ['DOCTOR', 'DOCTOR_LOOK'];

/** True while a doctor has to look before anybody buys it. */
export const waitsForDoctor = ({ state, flags }: Pick<Shown, 'state' | 'flags'>): boolean =>
  state === 'SUBMITTED' && flags.some((flag) => doctorFlags.includes(flag));

/** With a time of its own, the turn says by when; the request's own limit would name another hour. */
const byTurn: readonly string[] = ['IN_TRANSIT', 'READY_FOR_PICKUP'];

/** Whose time it is that the server names is nothing to the household: the store's, or one that has passed. */
const othersTime: readonly string[] = ['RETURNED', 'KEPT_BACK', 'HANDOVER_LATE', 'AT_POINT_LATE'];

/** The household said so, and it is the other's turn. */
const hasPaid = ({ money }: Shown) => money?.paidTick === true;

/** Which words a state needs beside its own. */
function wayOf(shown: Shown): 'DOCTOR' | 'PAID' | 'FREE' | 'SLOT' | undefined {
  if (shown.state === 'CONFIRMED' && shown.next.who === 'SYSTEM') return 'FREE';
  if (waitsForDoctor(shown)) return 'DOCTOR';
  if (hasPaid(shown)) return 'PAID';
  return isFetched(shown) ? 'SLOT' : undefined;
}

type WhatNext = {
  /** What comes next for the household and, joined to it, by when; `state` as the words know it. */
  readonly sentence: (shown: Shown, state: string) => string;
  /** The same, apart; `by` is empty when no time is known. */
  readonly parts: (shown: Shown, state: string) => { readonly title: string; readonly by: string };
};

/** What happens next with a request, as its household reads it. */
export function useWhatNext(): WhatNext {
  const d = useText(deliveryText);
  const { joined, alone } = useByWords();
  const title = (shown: Shown, state: string) => nextWords(d, state, wayOf(shown));
  const hasBy = (shown: Shown, state: string) =>
    isUnderWay(shown.state) &&
    !othersTime.includes(state) &&
    !hasPaid(shown) &&
    !(isFetched(shown) && byTurn.includes(shown.state));
  return {
    sentence: (shown, state) => `${title(shown, state)}${hasBy(shown, state) ? joined(shown.next) : ''}`,
    parts: (shown, state) => ({ title: title(shown, state), by: hasBy(shown, state) ? alone(shown.next) : '' }),
  };
}

/** The names of the five steps: the last one is where the household finds it. */
export function useStepNames(shown: Pick<Shown, 'kind' | 'mode'>): readonly string[] {
  const d = useText(deliveryText);
  return [d('five-0'), d('five-1'), d('five-2'), d('five-3'), d(isFetched(shown) ? 'five-place' : 'five-4')];
}

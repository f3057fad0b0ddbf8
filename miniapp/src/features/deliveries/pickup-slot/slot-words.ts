import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { shanghaiTime, useTimeWords } from '@/ui';

type Turn = Pick<PickupSlotView, 'from' | 'to'>;

/** A household's own minutes in words: "today 15:06–15:09". */
export function useTurnWords(): (turn: Turn) => string {
  const timeWords = useTimeWords();
  return ({ from, to }) => `${timeWords(new Date(from))}–${clock(to)}`;
}

/** The time of day alone, where the day has been said: "15:06". */
export const clock = (instant: string): string => shanghaiTime(new Date(instant)).time;

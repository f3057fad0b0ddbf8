import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { residentText } from '@/text/resident';
import { useTimeWords } from '@/ui';

/** "by when" of a next step: a guess for what others do, a limit for what the household is asked to do. */
export function useByWords(): (next: DeliveryView['next']) => string {
  const t = useText(residentText);
  const time = useTimeWords();
  return ({ by, who }) => {
    if (by === undefined) return '';
    return t(who === 'HOUSEHOLD' ? 'before' : 'by', { time: time(new Date(by)) });
  };
}

import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { orderStatusText } from '@/text/order-status';
import { useSoonWords } from '@/ui';

/** English days begin small inside a sentence; Chinese and figures stay as they are. */
const insideSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Steps that have no time of their own: what is known is by when the goods are at the door. */
const untilTheDoor: readonly string[] = ['BUY', 'DEPART', 'BRING', 'RUN_LEAVES', 'RETRY'];

type ByWords = {
  /** Joined to the sentence that says what comes next. */
  readonly joined: (next: DeliveryView['next']) => string;
  /** On a line of its own; empty when no time is known. */
  readonly alone: (next: DeliveryView['next']) => string;
};

/** "by when" of a next step: the latest for what others do, a limit for what the household does, and plainly when it is past. */
export function useByWords(): ByWords {
  const t = useText(orderStatusText);
  const soon = useSoonWords();
  const alone: ByWords['alone'] = ({ code, by, who }) => {
    if (by === undefined) return '';
    const time = insideSentence(soon(new Date(by)));
    if (who === 'HOUSEHOLD') return t('before', { time });
    if (new Date(by) < new Date()) return t('overdue', { time });
    return t(untilTheDoor.includes(code) ? 'arrives' : 'by', { time });
  };
  return {
    alone,
    joined: (next) => {
      const words = alone(next);
      return words === '' ? '' : t('joined', { words });
    },
  };
}

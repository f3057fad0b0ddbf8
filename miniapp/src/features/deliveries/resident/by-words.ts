import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { residentText } from '@/text/resident';
import { useTimeWords } from '@/ui';

/** English days begin small inside a sentence; Chinese and figures stay as they are. */
const insideSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

type ByWords = {
  /** Joined to the sentence that says what comes next. */
  readonly joined: (next: DeliveryView['next']) => string;
  /** On a line of its own; empty when no time is known. */
  readonly alone: (next: DeliveryView['next']) => string;
};

/** "by when" of a next step: a guess for what others do, a limit for what the household is asked to do. */
export function useByWords(): ByWords {
  const t = useText(residentText);
  const time = useTimeWords();
  const alone: ByWords['alone'] = ({ by, who }) =>
    by === undefined ? '' : t(who === 'HOUSEHOLD' ? 'before' : 'by', { time: insideSentence(time(new Date(by))) });
  return {
    alone,
    joined: (next) => {
      const words = alone(next);
      return words === '' ? '' : t('joined', { words });
    },
  };
}

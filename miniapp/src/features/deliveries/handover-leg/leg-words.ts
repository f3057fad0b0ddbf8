import { useText, wordOr } from '@/text';
import { handoverLegText } from '@/text/handover-leg';

/** The words for a state of a handover; a newer one still says that something changed. */
export function useLegStateWords(): (state: string) => string {
  const t = useText(handoverLegText);
  return (state) => wordOr(t, handoverLegText, `state-${state}`, 'state-other');
}

const minuteMs = 60_000;

/** How long bags have been where they are: "Waiting 1 h 5 min". */
export function useLegWaitWords(): (since: string, now?: number) => string {
  const t = useText(handoverLegText);
  return (since, now = Date.now()) => {
    const all = Math.max(0, Math.floor((now - Date.parse(since)) / minuteMs));
    if (all < 60) return t('waited-minutes', { minutes: all });
    return t('waited-hours', { hours: Math.floor(all / 60), minutes: all % 60 });
  };
}

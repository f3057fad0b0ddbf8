import { useText } from '@/text';
import { volunteerText } from '@/text/volunteer';

const minuteMs = 60_000;

/** "Waiting 1 h 20 min": how long somebody has waited, in words. */
export function useWaitedWords(): (since: string, now?: number) => string {
  const t = useText(volunteerText);
  return (since, now = Date.now()) => {
    const all = Math.max(0, Math.floor((now - Date.parse(since)) / minuteMs));
    if (all < 60) return t('waited-minutes', { minutes: all });
    return t('waited-hours', { hours: Math.floor(all / 60), minutes: all % 60 });
  };
}

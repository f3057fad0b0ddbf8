import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { type Reader, useText } from '@/text';
import { actionWords, historyText, personWords } from '@/text/request-history';
import { teamsText } from '@/text/teams';
import { Card, Heading, Timeline, type TimelineEntry, useTimeWords } from '@/ui';
import { shownAction } from './handover-leg/edge';

type Entry = DeliveryView['timeline'][number];

type RequestTimelineProps = {
  readonly view: DeliveryView;
  readonly heading: string;
  /** What comes next; left out when nothing does. */
  readonly coming?: { readonly title: string; readonly note?: string } | undefined;
  /** Words for the reason of an entry, for whoever may read it. */
  readonly reasonWords?: (entry: Entry) => string | undefined;
};

/** A step; of a late record that somebody compared, what had been reported and whether it counts. */
function titleOf(history: Reader<typeof historyText.zh>, action: string, fact: Entry['fact']): string {
  if (fact === undefined) return actionWords(history, action);
  return `${actionWords(history, fact.action)} · ${history(fact.counts ? 'late-counts' : 'late-noted')}`;
}

/** Nine lines looked at one after the other are one thing that happened: the last of them stands for all. */
function isOneOfMany(timeline: DeliveryView['timeline'], index: number): boolean {
  const [entry, after] = timeline.slice(index, index + 2);
  return entry?.action === 'reportLine' && after?.action === 'reportLine' && entry.late !== true;
}

/** What happened to a request, by whom and when, oldest first, and what comes next; the same for all who may see it. */
export function RequestTimeline({ view, heading, coming, reasonWords }: RequestTimelineProps) {
  const history = useText(historyText);
  const teams = useText(teamsText);
  const time = useTimeWords();
  const past = view.timeline.flatMap((entry, index): TimelineEntry[] => {
    if (isOneOfMany(view.timeline, index)) return [];
    const action = shownAction(view.timeline, index);
    // the product says that bags were set down or taken; who did so is nobody's name
    const isAtPoint = action !== entry.action;
    const note = [
      // what a device noted offline stands at the time it was done
      time(new Date(entry.occurredAt ?? entry.at)),
      isAtPoint ? undefined : personWords(history, teams, entry.by),
      entry.late && history('late'),
      reasonWords?.(entry),
    ];
    const title = titleOf(history, action, entry.fact);
    return [{ id: `${entry.at}-${index}`, title, note: note.filter(Boolean).join(' · '), state: 'done' }];
  });
  const entries = coming === undefined ? past : [...past, { id: 'next', state: 'now', ...coming } as const];
  return (
    <Card>
      <Heading size={5}>{heading}</Heading>
      <Timeline label={heading} entries={entries} />
    </Card>
  );
}

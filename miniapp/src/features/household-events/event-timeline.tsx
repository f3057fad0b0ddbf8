import type { HouseholdEventView } from '@grid-relief/shared-types/household-events/household-event.schema';
import { useText } from '@/text';
import { eventStepWords, homeEventStepsText } from '@/text/home-event-steps';
import { homeEventsText } from '@/text/home-events';
import { stepsText, stepWordOf } from '@/text/returnee-steps';
import { Card, Heading, Timeline, useTimeWords } from '@/ui';

type Step = HouseholdEventView['timeline'][number];

/** What was done since it happened, oldest first: by which role, why, and what was said beside it. */
export function EventTimeline({ event: { openedAt, timeline } }: { readonly event: HouseholdEventView }) {
  const t = useText(homeEventsText);
  const tSteps = useText(homeEventStepsText);
  const tRoles = useText(stepsText);
  const timeWords = useTimeWords();
  const noteOf = ({ at, by, reason, words }: Step) =>
    [timeWords(new Date(at)), stepWordOf(tRoles, 'o', by), reasonOf(reason), words].filter(Boolean).join(' · ');
  const reasonOf = (code: string | undefined) =>
    code === 'STILL_WANTED' || code === 'RIGHT_ALREADY' ? t(`r-${code}`) : undefined;
  const began = { id: 'opened', title: tSteps('opened'), note: timeWords(new Date(openedAt)) };
  const steps = timeline.map((step, at) => ({
    ...{ id: `${step.at} ${at}`, title: eventStepWords(tSteps, step.action), note: noteOf(step) },
  }));
  const all = [began, ...steps];
  const entries = all.map((one, at) => ({ ...one, state: at === steps.length ? ('now' as const) : ('done' as const) }));
  return (
    <Card>
      <Heading size={5}>{t('timeline')}</Heading>
      <Timeline label={t('timeline')} entries={entries} />
    </Card>
  );
}

import type { HealthTrackerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { healthTrackerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { useState } from 'react';
import { SendingNote, useAct } from '@/api';
import { HealthReportSheet } from '@/features/quarantine/health-report-sheet';
import { useText } from '@/text';
import { returneesText } from '@/text/returnees';
import { Button, Card, Heading, Rows, StatusChip, useTimeWords, Words } from '@/ui';
import { TrackerDeath } from './tracker-death';

/** The days of being followed: how far, and today's report. */
export function TrackerCard({ tracker }: { readonly tracker: HealthTrackerView }) {
  const t = useText(returneesText);
  const timeWords = useTimeWords();
  const doing = useAct(tracker.id);
  const [isOpen, setOpen] = useState(false);
  const { until, swabs, tests, dueAt, actions } = tracker;
  const isFree = !doing.isUnderWay || doing.isSending(healthTrackerActions.reportHealth);
  const isLate = tracker.state === 'LATE';
  return (
    <Card tone={isLate ? 'amber' : 'info'}>
      <Rows gap={2}>
        <Heading size={5}>{t('tracker', { time: timeWords(new Date(until)), done: swabs, all: tests })}</Heading>
        {isLate && <StatusChip icon="warning" tone="amber" label={t('tracker-late')} />}
        {!isLate && dueAt !== undefined && (
          <Words tone="quiet">{t('tracker-due', { time: timeWords(new Date(dueAt)) })}</Words>
        )}
        <SendingNote of={doing} />
        {actions.includes('reportHealth') && isFree && (
          <>
            <Button
              look="main"
              icon="heart"
              label={t('report-health')}
              busy={doing.isSending(healthTrackerActions.reportHealth)}
              onPress={() => setOpen(true)}
            />
            <HealthReportSheet
              open={isOpen}
              onSay={(said) => void doing.act(healthTrackerActions.reportHealth, said)}
              onClose={() => setOpen(false)}
            />
          </>
        )}
        <TrackerDeath tracker={tracker} doing={doing} />
      </Rows>
    </Card>
  );
}

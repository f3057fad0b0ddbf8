import type { HealthTrackerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { healthTrackerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { useState } from 'react';
import { SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { returneesText } from '@/text/returnees';
import { Button, Card, Choice, Field, Heading, Rows, StatusChip, useTimeWords, Words } from '@/ui';

/** Tenths of a degree from what was typed, e.g. 36.5; undefined when it is no temperature. Pure. */
export function tenthsOf(words: string): number | undefined {
  const tenths = Math.round(Number(words.trim()) * 10);
  return tenths >= 340 && tenths <= 430 ? tenths : undefined;
}

/** The days of being followed: how far, and today's report. */
export function TrackerCard({ tracker }: { readonly tracker: HealthTrackerView }) {
  const t = useText(returneesText);
  const timeWords = useTimeWords();
  const doing = useAct(tracker.id);
  const [temperature, setTemperature] = useState('');
  const [symptoms, setSymptoms] = useState<'yes' | 'no'>();
  const tenths = tenthsOf(temperature);
  const { until, swabs, tests, dueAt, actions } = tracker;
  const isFree = !doing.isUnderWay || doing.isSending(healthTrackerActions.reportHealth);
  const isLate = tracker.state === 'LATE';
  const report = () => {
    if (tenths === undefined || symptoms === undefined) return;
    setTemperature('');
    void doing.act(healthTrackerActions.reportHealth, {
      temperatureTenths: tenths,
      symptoms: symptoms === 'yes' ? ['OTHER'] : [],
    });
  };
  const missing =
    tenths === undefined ? t('temperature-hint') : symptoms === undefined ? t('need-symptoms') : undefined;
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
            <Words strong>{t('report-health')}</Words>
            <Field
              label={t('temperature')}
              hint={t('temperature-hint')}
              kind="digit"
              maxLength={5}
              value={temperature}
              onChange={setTemperature}
            />
            <Choice
              label={t('symptoms')}
              value={symptoms}
              onChange={setSymptoms}
              options={(['no', 'yes'] as const).map((value) => ({ value, label: t(value) }))}
            />
            <Button
              label={t('send-health')}
              busy={doing.isSending(healthTrackerActions.reportHealth)}
              disabledReason={missing}
              onPress={report}
            />
          </>
        )}
      </Rows>
    </Card>
  );
}

import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { SelfTestDay } from '@grid-relief/shared-types/quarantine/health-report.schema';
import { useState } from 'react';
import { SendingNote, useAct } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { myDaysText } from '@/text/my-days';
import { selfTestText } from '@/text/self-test';
import { Button, Card, Heading, useTimeWords, Words } from '@/ui';
import { HealthReportSheet } from './health-report-sheet';
import { isWanting, selfTestToday } from './self-test-today';

const ambulance = '120';

/** Two taps for a report; unwell leads to a doctor, and 120 is always one tap away. */
export function OwnHealth({ episode }: { readonly episode: EpisodeView }) {
  const t = useText(myDaysText);
  const timeWords = useTimeWords();
  const [isOpen, setOpen] = useState(false);
  const doing = useAct(episode.id);
  const { actions, alert, reportDue, reports = [] } = episode;
  const isDoubted = (reports.at(-1)?.doubts.length ?? 0) > 0;
  const today = actions.includes('reportHealth') ? selfTestToday(episode, new Date()) : undefined;
  const due = reportDue && { half: t(`half-${reportDue.half}`), time: timeWords(new Date(reportDue.by)) };
  return (
    <Card tone={alert ? 'danger' : 'plain'}>
      {alert && (
        <>
          <Heading size={4}>{t('alert-title')}</Heading>
          <Words block>{t('alert-words')}</Words>
        </>
      )}
      {/* what lies on this phone is told by the note below, and is not called missing beside it */}
      {due && !doing.isUnderWay && <Words block>{t(reportDue.isLate ? 'report-late' : 'report-due', due)}</Words>}
      {today && !doing.isUnderWay && <TestToday test={today} />}
      {isDoubted && <Words block>{t('doubted')}</Words>}
      <SendingNote of={doing} />
      {actions.includes('reportHealth') && (
        <Button look={alert ? 'quiet' : 'main'} icon="heart" label={t('report')} onPress={() => setOpen(true)} />
      )}
      <Button
        look={alert ? 'danger' : 'quiet'}
        icon="phone"
        label={t('call120')}
        onPress={() => void callPhone(ambulance)}
      />
      {alert && actions.includes('takenBy120') && (
        <Button label={t('taken')} onPress={() => void doing.act(episodeActions.takenBy120, {})} />
      )}
      <HealthReportSheet
        open={isOpen}
        asksTest={isWanting(today) ? 'SELF' : undefined}
        onSay={(said, files) => void doing.act(episodeActions.reportHealth, said, files)}
        onClose={() => setOpen(false)}
      />
    </Card>
  );
}

/** What today asks for beside the temperature, or what has become of it. */
function TestToday({ test: { isSaid, hasPhoto } }: { readonly test: SelfTestDay }) {
  const t = useText(selfTestText);
  const said = hasPhoto ? t('today-done') : t('today-bare');
  return (
    <Words strong={!isSaid} block>
      {isSaid ? said : t('today')}
    </Words>
  );
}

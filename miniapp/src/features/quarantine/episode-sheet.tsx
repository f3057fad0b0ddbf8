import { deliveryPlanActions } from '@grid-relief/shared-types/quarantine/delivery-plan.contract';
import { episodeActions, getEpisode } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeView, SupplyView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { useState } from 'react';
import { FailedRead, SendingNote, useAct, useRead } from '@/api';
import { useText } from '@/text';
import { myDaysText } from '@/text/my-days';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button, Card, Heading, Rows, Sheet, Skeleton, useTimeWords, Words } from '@/ui';
import { CallPerson } from './call-person';
import { HealthReportSheet } from './health-report-sheet';
import { StartForm } from './start-form';
import { ViewHomeForm } from './view-home-form';

/** Actions that need nothing but a tap, in the order in which they are asked for. */
const taps = [
  ['assess', 'assess', {}],
  ['clearSymptom', 'clear-symptom', {}],
  ['sendToCare', 'send-to-care', {}],
  ['takenBy120', 'taken-by120', {}],
  ['returnFromCare', 'return-from-care', {}],
  ['findAgain', 'find-again', {}],
  ['settleHome', 'settle-home', {}],
  ['markAbsent', 'mark-absent', { tried: ['PHONE', 'DOOR'], reason: { code: 'NOT_THERE' } }],
  ['release', 'release', {}],
] as const;

type Form = 'viewHome' | 'startHome' | 'startCentral';

/** One quarantine at the desk: what is known, and every step that this person may take now. */
export function EpisodeSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText(quarantineDeskText);
  const { data, problem, isLoading, refresh } = useRead(getEpisode, { params: { id } }, { everySeconds: 30 });
  return (
    <Sheet title={data?.nameMasked ?? t('open')} open onClose={onClose}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={160} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data && <Steps episode={data} />}
      </Rows>
    </Sheet>
  );
}

function Steps({ episode }: { readonly episode: EpisodeView }) {
  const t = useText(quarantineDeskText);
  const doing = useAct(episode.id);
  const [form, setForm] = useState<Form>();
  const [isReporting, setReporting] = useState(false);
  const may = (action: string) => episode.actions.includes(action);
  const back = () => setForm(undefined);
  if (form === 'viewHome') return <ViewHomeForm doing={doing} onDone={back} />;
  if (form) return <StartForm of={form} doing={doing} onDone={back} />;
  return (
    <>
      <Known episode={episode} />
      <SendingNote of={doing} />
      {episode.part !== 'LAB' && <CallPerson id={episode.id} />}
      {may('viewHome') && <Button icon="home" label={t('view-home')} onPress={() => setForm('viewHome')} />}
      {may('startHome') && episode.verdict === 'HOME' && (
        <Button look="main" icon="edit" label={t('start-home')} onPress={() => setForm('startHome')} />
      )}
      {may('startCentral') && episode.verdict === 'CENTRAL' && (
        <Button look="main" icon="building" label={t('start-central')} onPress={() => setForm('startCentral')} />
      )}
      {may('reportHealth') && episode.placement !== undefined && (
        <Button icon="phone" label={t('report-by-phone')} onPress={() => setReporting(true)} />
      )}
      {taps
        .filter(([action]) => may(action) && isMeant(action, episode))
        .map(([action, word, body]) => (
          <Button key={action} label={t(word)} onPress={() => void doing.act(episodeActions[action], body as never)} />
        ))}
      {episode.supply && <Supply supply={episode.supply} />}
      <HealthReportSheet doing={doing} open={isReporting} onClose={() => setReporting(false)} />
    </>
  );
}

/** What the table allows and the days do not is not offered. */
function isMeant(action: (typeof taps)[number][0], { state, moveTo, endsAt }: EpisodeView): boolean {
  if (action === 'settleHome') return moveTo === 'HOME';
  return action !== 'release' || (state !== 'RELEASE_BLOCKED' && Date.parse(endsAt) <= Date.now());
}

function Known({ episode }: { readonly episode: EpisodeView }) {
  const t = useText(quarantineDeskText);
  const tDays = useText(myDaysText);
  const timeWords = useTimeWords();
  const { day, endsAt, verdict, home, alert, block, reports = [], stay } = episode;
  const last = reports.at(-1);
  const because = alert?.because ?? [];
  return (
    <Card tone={alert ? 'danger' : 'plain'}>
      <Words
        strong
        block
      >{`${t('day', { number: day.number, of: day.of })} · ${t('until', { time: timeWords(new Date(endsAt)) })}`}</Words>
      {verdict && <Words block>{t(`verdict-${verdict}`)}</Words>}
      {stay && <Words block>{[stay.site, stay.room].filter(Boolean).join(' · ')}</Words>}
      {home?.missing.map((condition) => (
        <Words key={condition} tone="danger" block>{`${t('no')}：${t(`c-${condition}`)}`}</Words>
      ))}
      {block && <Words block>{tDays(`blocked-${block.reason}`)}</Words>}
      {because.length > 0 && (
        <Words strong block>
          {because.map((code) => symptomWords(tDays, code)).join('、')}
        </Words>
      )}
      {last?.temperatureTenths !== undefined && (
        <Words
          block
        >{`${tDays('temperature')} ${(last.temperatureTenths / 10).toFixed(1)} ℃ · ${timeWords(new Date(last.at))}`}</Words>
      )}
    </Card>
  );
}

function symptomWords(t: ReturnType<typeof useText<typeof myDaysText.zh>>, code: string): string {
  const key = `symptom-${code}`;
  return key in myDaysText.zh ? t(key as 'symptom-OTHER') : code; // looked up on the line before
}

function Supply({ supply }: { readonly supply: SupplyView }) {
  const t = useText(quarantineDeskText);
  const tDays = useText(myDaysText);
  const doing = useAct(supply.id);
  const { soonest, actions, silentSince } = supply;
  return (
    <Card tone={silentSince ? 'danger' : 'plain'}>
      {soonest && <Heading size={5}>{tDays('supply', { good: tDays(`good-${soonest}`) })}</Heading>}
      <SendingNote of={doing} />
      {soonest && actions.includes('ensure') && (
        <Button
          icon="check"
          label={t('ensured', { good: tDays(`good-${soonest}`) })}
          onPress={() => void doing.act(deliveryPlanActions.ensure, { good: soonest })}
        />
      )}
      {silentSince && actions.includes('recordCall') && (
        <Button
          label={t('recorded-call')}
          onPress={() => void doing.act(deliveryPlanActions.recordCall, { answered: true })}
        />
      )}
    </Card>
  );
}

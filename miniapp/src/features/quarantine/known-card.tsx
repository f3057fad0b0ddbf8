import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { ProofPhoto } from '@/features/deliveries/proof-photo';
import { useText, wordOr } from '@/text';
import { mergesText } from '@/text/merges';
import { myDaysText } from '@/text/my-days';
import { proofPhotoText } from '@/text/proof-photo';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { uiText } from '@/text/ui';
import { Card, formatDegrees, useMarks, useTimeWords, Words } from '@/ui';
import { blockedBy, symptomWords } from './days-words';

/** What is known of a quarantine: where it stands, which day, and what stands in its way. */
export function KnownCard({ episode }: { readonly episode: EpisodeView }) {
  const marks = useMarks();
  const t = useText(quarantineDeskText);
  const tDays = useText(myDaysText);
  const tMerges = useText(mergesText);
  const tPhoto = useText(proofPhotoText);
  const timeWords = useTimeWords();
  const { day, endsAt, verdict, home, alert, block, stay, heldUntil } = episode;
  const because = alert?.because ?? [];
  const until = t('until', { time: timeWords(new Date(endsAt)) });
  return (
    <Card tone={alert ? 'danger' : 'plain'}>
      <Words size={5} strong block>
        {wordOr(t, quarantineDeskText, `state-${episode.state}`, 'state-OTHER')}
      </Words>
      <Words strong block>{`${t('day', { number: day.number, of: day.of })} · ${until}`}</Words>
      {heldUntil !== undefined && (
        <Words tone="amber" strong block>
          {tMerges('held-until', { time: timeWords(new Date(heldUntil)) })}
        </Words>
      )}
      {verdict && <Words block>{t(`verdict-${verdict}`)}</Words>}
      {stay && <Words block>{[stay.site, stay.room].filter(Boolean).join(' · ')}</Words>}
      {home?.missing.map((condition) => (
        <Words key={condition} tone="danger" block>
          {marks.said(t('no'), t(`c-${condition}`))}
        </Words>
      ))}
      {block?.reasons.map((reason) => (
        <Words key={reason} block>
          {tDays(`blocked-${reason}`)}
        </Words>
      ))}
      {block && <Words block>{blockedBy(tDays, timeWords, block)}</Words>}
      {because.length > 0 && (
        <Words strong block>
          {marks.list(because.map((code) => symptomWords(tDays, code)))}
        </Words>
      )}
      <LastReport episode={episode} />
      <ProofPhoto id={episode.noticePhoto} label={tPhoto('NOTICE')} />
    </Card>
  );
}

function LastReport({ episode: { reports = [] } }: { readonly episode: EpisodeView }) {
  const t = useText(uiText);
  const timeWords = useTimeWords();
  const last = reports.at(-1);
  if (last?.temperatureTenths === undefined) return null;
  const degrees = formatDegrees(last.temperatureTenths);
  return <Words block>{`${t('temperature')} ${degrees} · ${timeWords(new Date(last.at))}`}</Words>;
}

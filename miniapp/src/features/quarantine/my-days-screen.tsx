import { myDays } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeView, TestView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { FailedRead, useRead } from '@/api';
import { MyCodesEntry } from '@/features/codes/my-codes-entry';
import { ProofPhoto } from '@/features/deliveries/proof-photo';
import { MyDoorEntry } from '@/features/sensors/my-door-entry';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { myDaysText } from '@/text/my-days';
import { proofPhotoText } from '@/text/proof-photo';
import {
  Button,
  Card,
  EmptyState,
  Heading,
  type IconName,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  type Tone,
  useTimeWords,
  Words,
} from '@/ui';
import { blockedBy } from './days-words';
import { OwnHealth } from './own-health';
import { isReported } from './self-test-today';
import { SelfTestsCard } from './self-tests-card';
import { withoutHealth } from './without-health';

const kept = { keepHours: 24, beforeKeeping: withoutHealth, everySeconds: 60 };

/** The quarantine of everybody at home: which day, until when, what is asked for, what its end waits for. */
export function MyDaysScreen() {
  const t = useText(myDaysText);
  const timeWords = useTimeWords();
  const { data, at, problem, isLoading, refresh } = useRead(myDays, {}, kept);
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={2} height={360} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data && problem && at && <Words tone="amber">{t('last-known', { time: timeWords(at) })}</Words>}
        {data && data.items.length === 0 && <EmptyState picture="door" title={t('none')} hint={t('none-hint')} />}
        <MyCodesEntry />
        {data && data.items.length > 0 && <MyDoorEntry />}
        {data?.items.map((episode) => (
          <Days key={episode.id} episode={episode} />
        ))}
      </Rows>
    </Page>
  );
}

type Of = { readonly episode: EpisodeView };

function Days({ episode }: Of) {
  const t = useText(myDaysText);
  const tPhoto = useText(proofPhotoText);
  const timeWords = useTimeWords();
  const { day, endsAt, actions, linked, supply, gridPhone, noticePhoto, selfTests = [] } = episode;
  const isOpen = actions.length > 0;
  return (
    <>
      <Card tone={episode.block || episode.alert ? 'amber' : 'plain'}>
        <Words tone="quiet" block>
          {episode.nameMasked}
        </Words>
        {isOpen ? (
          <>
            <Words size={1} strong block>
              {t('day', { number: day.number })}
            </Words>
            <Words size={5} block>
              {t('of', { of: day.of, left: day.left })}
            </Words>
            <Words size={5} strong block>
              {t('until', { time: timeWords(new Date(endsAt)) })}
            </Words>
          </>
        ) : null}
        <Words block>{placeWords(t, episode)}</Words>
        {episode.block && <Blocked block={episode.block} />}
      </Card>
      {isOpen && <OwnHealth episode={episode} />}
      {isOpen && <SelfTestsCard tests={selfTests.filter(isReported)} />}
      {isOpen && <Tests tests={episode.tests} />}
      {(linked.length > 0 || supply?.soonest || gridPhone || noticePhoto) && (
        <Card>
          {linked.map((one) => (
            <Words key={one.id} block>
              {t('linked', { name: one.nameMasked, time: timeWords(new Date(one.endsAt)) })}
            </Words>
          ))}
          {supply?.soonest && <Words block>{t('supply', { good: t(`good-${supply.soonest}`) })}</Words>}
          <ProofPhoto id={noticePhoto} label={tPhoto('NOTICE')} />
          {gridPhone && <Button icon="phone" label={t('call-grid')} onPress={() => void callPhone(gridPhone)} />}
        </Card>
      )}
    </>
  );
}

const saidStates = ['MEDICAL_LEAVE', 'ADMITTED', 'MOVED', 'RELEASED', 'ELAPSED'] as const;

function placeWords(
  t: ReturnType<typeof useText<typeof myDaysText.zh>>,
  { state, placement, actions }: EpisodeView,
): string {
  const said = saidStates.find((one) => one === state);
  if (said) return t(`state-${said}`);
  if (actions.length === 0) return t('state-OTHER');
  return placement ? t(`place-${placement}`) : t('place-none');
}

function Blocked({ block }: { readonly block: NonNullable<EpisodeView['block']> }) {
  const t = useText(myDaysText);
  const timeWords = useTimeWords();
  return (
    <>
      <Heading size={5}>{t('blocked-title')}</Heading>
      <Words strong block>
        {t(`blocked-${block.reason}`)}
      </Words>
      {block.dueAt && <Words block>{blockedBy(t, timeWords, block)}</Words>}
    </>
  );
}

const looks: Readonly<Record<TestView['state'], readonly [IconName, Tone]>> = {
  AHEAD: ['calendar', 'quiet'],
  DUE: ['flag', 'amber'],
  MISSED: ['warning', 'danger'],
  RESULT_PENDING: ['clock', 'info'],
  NEGATIVE: ['check', 'leaf'],
  POSITIVE: ['warning', 'danger'],
  DROPPED: ['minus', 'quiet'],
  NOT_APPLICABLE: ['minus', 'quiet'],
  SUPERSEDED: ['minus', 'quiet'],
};

function Tests({ tests }: { readonly tests: readonly TestView[] }) {
  const t = useText(myDaysText);
  return (
    <Card>
      <Heading size={5}>{t('tests')}</Heading>
      {tests
        .filter(({ state }) => state !== 'DROPPED')
        .map((test) => {
          const [icon, tone] = looks[test.state];
          const [, month = '', date = ''] = test.date.split('-').map(Number);
          const isAfter = test.phase > 0;
          const when = { month, date, day: test.day };
          const name =
            test.what === 'LANDING'
              ? t('landing-on', { month, date })
              : t(isAfter ? 'test-day-after' : 'test-day', when);
          const double = test.swabs === 2 ? ` · ${t('double')}` : '';
          return (
            <Rows key={`${test.what}${test.phase}-${test.day}`} gap={1}>
              <Words block>{`${name}${double}`}</Words>
              <StatusChip icon={icon} tone={tone} label={t(`test-${test.state}`)} />
            </Rows>
          );
        })}
    </Card>
  );
}

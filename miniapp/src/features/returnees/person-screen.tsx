import { getTraveller } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { TravellerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { FailedRead, useAct, useHolds, useRead } from '@/api';
import { MayBeOne } from '@/features/merges/may-be-one';
import { SamePersonCard } from '@/features/merges/same-person-card';
import { MyCar } from '@/features/transfers/my-car';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { questionWords, reasonsText, reasonWords } from '@/text/returnee-reasons';
import { stepsText, stepWordOf } from '@/text/returnee-steps';
import { returneesText, wordOf } from '@/text/returnees';
import { Card, Heading, NetworkBanner, Page, Rows, Skeleton, Timeline, useTimeWords, Words } from '@/ui';
import { LinkList } from './link-list';
import { OwnWayCard } from './own-way-card';
import { PersonActions } from './person-actions';
import { PersonReveal } from './person-reveal';
import { ArrivalWords, NextWords, PersonChips } from './person-row';
import { TrackerCard } from './tracker-card';

const mayLook: readonly string[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

/** Somebody's way, from the first word to the last link: what is next on top, then what is to be done, then so far. */
export function PersonScreen() {
  const t = useText(returneesText);
  const { id = '' } = usePageParams();
  const { data, problem, isLoading, refresh } = useRead(
    getTraveller,
    { params: { id: id as never } },
    { everySeconds: 20 },
  );
  const doing = useAct(id);
  return (
    <Page
      title={t('person-title')}
      banner={<NetworkBanner />}
      bottom={data && <PersonActions person={data} doing={doing} />}
    >
      <Rows>
        {isLoading && <Skeleton rows={3} height={240} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data && <Who person={data} />}
        {data && <Why person={data} />}
        {data?.ownWay && <OwnWayCard person={data} ownWay={data.ownWay} doing={doing} />}
        {data?.name !== undefined && <MyCar />}
        {data?.tracker && <TrackerCard tracker={data.tracker} />}
        {data?.links && <LinkList links={data.links} />}
        {data && <SoFar person={data} />}
        {data?.samePerson && <SamePersonCard of={data.samePerson} />}
        {data && isLookedAfter(data) && <MayBeOne person={{ kind: 'TRAVELLER', id: data.id }} />}
      </Rows>
    </Page>
  );
}

/** Told as somebody who looks after them sees it, with the links of the chain; to a post they only come. */
const isLookedAfter = ({ name, links }: TravellerView) => name === undefined && links !== undefined;

type PersonProps = { readonly person: TravellerView };

function Who({ person }: PersonProps) {
  const holds = useHolds();
  const isStaff = person.name === undefined && holds(mayLook);
  return (
    <Card tone={person.late ? 'danger' : 'plain'}>
      {isStaff ? <PersonReveal person={person} /> : <Heading>{person.name ?? person.nameMasked}</Heading>}
      <Words tone="quiet" block>{`${person.code} · ${person.areaName}`}</Words>
      <PersonChips row={person} />
      <ArrivalWords row={person} />
      <NextWords next={person.next} mine={person.name !== undefined} />
    </Card>
  );
}

function Why({ person: { reason, questions = [] } }: PersonProps) {
  const t = useText(returneesText);
  const reasons = useText(reasonsText);
  if (reason === undefined) return null;
  return (
    <Card tone="info">
      <Heading size={5}>{t('why')}</Heading>
      <Words block>{reasonWords(reasons, reason)}</Words>
      {questions.length > 0 && (
        <Words tone="amber" block>
          {`${t('asks')}：${questions.map((code) => questionWords(reasons, code)).join('、')}`}
        </Words>
      )}
    </Card>
  );
}

function SoFar({ person }: PersonProps) {
  const t = useText(returneesText);
  const steps = useText(stepsText);
  const timeWords = useTimeWords();
  if (person.timeline.length === 0) return null;
  const entries = person.timeline.map(({ at, action, by, words }, i) => ({
    id: `${at} ${i}`,
    title: wordOf(t, 'w', action),
    note: [timeWords(new Date(at)), stepWordOf(steps, 'o', by), words].filter((part) => part !== undefined).join(' · '),
    state: i === person.timeline.length - 1 ? ('now' as const) : ('done' as const),
  }));
  return (
    <Card>
      <Heading size={5}>{t('so-far')}</Heading>
      <Timeline label={t('so-far')} entries={entries} />
    </Card>
  );
}

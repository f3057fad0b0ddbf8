import { myNotices, type NoticeView, readNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { enqueue, newId, PagedList, useMe, useReadPages } from '@/api';
import { homePage, openPage } from '@/platform';
import { useText } from '@/text';
import { noticesText, noticeWords } from '@/text/notices';
import { stepsText, stepWordOf } from '@/text/returnee-steps';
import { Card, EmptyState, Icon, ListRow, NetworkBanner, Page, Rows, StatusChip, useTimeWords } from '@/ui';
import { type Gathered, gathered } from './gathered';
import { audienceOf, pageOfNotice } from './notice-page';

/** The inbox, newest first; looking at it marks it read. */
export function InboxScreen() {
  const t = useText(noticesText);
  const list = useReadPages(myNotices, { query: {} }, { keepHours: 24, everySeconds: 30 });
  const { data, items } = list;
  const isNew = useUnreadOnArrival(items);
  const newest = data?.unread ? items[0]?.at : undefined;
  useEffect(() => {
    if (newest !== undefined) void enqueue(readNotices, { body: { opId: newId(), upTo: newest } }, 'inbox');
  }, [newest]);
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('noneHint')} />}
          drawAll={(all) => <Notices items={all} isNew={isNew} />}
        />
      </Rows>
    </Page>
  );
}

type NoticesProps = { readonly items: readonly NoticeView[]; readonly isNew: (id: string) => boolean };

function Notices({ items, isNew }: NoticesProps) {
  const held = useMe()?.grants.map(({ role }) => role) ?? [];
  const lines = gathered(items, (notice) => listOf(notice, held).page !== homePage);
  return (
    <Card>
      {lines.map(({ notice, all }, index) => (
        <Notice
          key={notice.id}
          of={{ notice, all }}
          held={held}
          isNew={all.some(({ id }) => isNew(id))}
          last={index === lines.length - 1}
        />
      ))}
    </Card>
  );
}

/** Opening the inbox marks it read at once; what was new on arrival says so for as long as the person looks. */
function useUnreadOnArrival(items: readonly NoticeView[]): (id: string) => boolean {
  const seen = useRef(new Set<string>());
  for (const { id, readAt } of items) if (readAt === undefined) seen.current.add(id);
  return (id) => seen.current.has(id);
}

/** Where several lead that say the same: to the page that shows them all; home where there is none. */
const listOf = ({ record: _one, ...notice }: NoticeView, held: readonly string[]) => pageOfNotice(notice, held);

type NoticeProps = {
  readonly of: Gathered;
  readonly held: readonly string[];
  readonly isNew: boolean;
  readonly last: boolean;
};

function Notice({ of: { notice, all }, held, isNew, last }: NoticeProps) {
  const t = useText(noticesText);
  const steps = useText(stepsText);
  const time = useTimeWords();
  const { values } = notice;
  const { page, params } = all.length > 1 ? listOf(notice, held) : pageOfNotice(notice, held);
  const many = all.length > 1 ? ` · ${t('many', { count: all.length })}` : '';
  const about = values.code === undefined ? '' : ` · ${t('about', { code: values.code })}`;
  const place = values.point ?? values.areas;
  const where = place === undefined ? '' : ` · ${place}`;
  const turn = useTurnWords(notice);
  const mark = useMark(notice, isNew);
  if (isNothingToDo(notice)) {
    return (
      <ListRow
        lead={<Icon name="message" />}
        title={t('withdrawn-home')}
        note={time(new Date(notice.at))}
        last={last}
      />
    );
  }
  const title = noticeWords(t, notice);
  return (
    <ListRow
      lead={<Icon name={isUrgent(notice) ? 'warning' : 'message'} />}
      title={
        values.link === undefined
          ? title
          : `${title}${t('which', { step: stepWordOf(steps, 'l', String(values.link)) })}`
      }
      note={`${time(new Date(notice.at))}${many}${about}${where}${turn}`}
      {...mark}
      onPress={() => void openPage(page, params)}
      last={last}
    />
  );
}

/** Of a home nothing is asked again, not even in words that are over: somebody may have died there (handbook 2.3). */
const isNothingToDo = (notice: NoticeView) => notice.withdrawnAt !== undefined && audienceOf(notice) === 'HOUSEHOLD';
const isUrgent = ({ urgent, withdrawnAt }: NoticeView) => urgent && withdrawnAt === undefined;

/** What stands at the end of its line. */
function useMark(notice: NoticeView, isNew: boolean): { readonly end?: ReactNode } {
  const t = useText(noticesText);
  if (notice.withdrawnAt !== undefined) return { end: <StatusChip icon="check" label={t('withdrawn')} /> };
  if (notice.urgent) return { end: <StatusChip icon="warning" tone="amber" label={t('urgent')} /> };
  return isNew ? { end: <StatusChip icon="bell" tone="info" label={t('unread')} /> } : {};
}

/** Notices whose time to fetch something still means something. */
const ofTurns: readonly string[] = ['PICKUP_TIME', 'PICKUP_SOON', 'READY_FOR_PICKUP'];

/** When, where and on which number a bag is fetched; empty for every other notice. */
function useTurnWords({ code, values: { at, place, number } }: NoticeView): string {
  const t = useText(noticesText);
  const time = useTimeWords();
  if (!ofTurns.includes(code) || typeof at !== 'string' || place === undefined) return '';
  const when = ` · ${t('turn', { time: time(new Date(at)), place })}`;
  return number === undefined ? when : `${when} · ${t('on-number', { number })}`;
}

import { myNotices, type NoticeView, readNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { useEffect } from 'react';
import { enqueue, MoreOfList, newId, useProblemWords, useReadPages } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { actionWords, deliveryText } from '@/text/delivery-words';
import { noticesText } from '@/text/notices';
import {
  Card,
  EmptyState,
  FailedState,
  Icon,
  ListRow,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  useTimeWords,
} from '@/ui';

/** The inbox, newest first; looking at it marks it read. */
export function InboxScreen() {
  const t = useText(noticesText);
  const words = useProblemWords();
  const list = useReadPages(myNotices, { query: {} }, { keepHours: 24 });
  const { data, items, problem, isLoading, refresh } = list;
  const newest = data?.unread ? items[0]?.at : undefined;
  useEffect(() => {
    if (newest !== undefined) void enqueue(readNotices, { body: { opId: newId(), upTo: newest } }, 'inbox');
  }, [newest]);
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      {isLoading && <Skeleton />}
      {problem && !data && <FailedState what={words(problem)} onRetry={refresh} />}
      {data && items.length === 0 && <EmptyState picture="quiet" title={t('none')} hint={t('noneHint')} />}
      {items.length > 0 && (
        <Rows>
          <Card>
            {items.map((notice, index) => (
              <Notice key={notice.id} notice={notice} last={index === items.length - 1} />
            ))}
          </Card>
          <MoreOfList of={list} />
        </Rows>
      )}
    </Page>
  );
}

function Notice({ notice, last }: { readonly notice: NoticeView; readonly last: boolean }) {
  const t = useText(noticesText);
  const d = useText(deliveryText);
  const time = useTimeWords();
  const { record, values } = notice;
  // codes are written like DELIVERY_DROP or delivery.drop; the last word is the action
  const action = (notice.code.split(/[.:]/).pop() ?? '').replace(/_([a-z])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  const about = values.code === undefined ? '' : ` · ${t('about', { code: values.code })}`;
  const end = notice.urgent ? (
    <StatusChip icon="warning" tone="amber" label={t('urgent')} />
  ) : notice.readAt === undefined ? (
    <StatusChip icon="bell" tone="info" label={t('unread')} />
  ) : undefined;
  return (
    <ListRow
      lead={<Icon name={notice.urgent ? 'warning' : 'message'} />}
      title={actionWords(d, action)}
      note={`${time(new Date(notice.at))}${about}`}
      {...(end && { end })}
      {...(record && { onPress: () => void openPage('/pages/delivery/index', { id: record }) })}
      last={last}
    />
  );
}

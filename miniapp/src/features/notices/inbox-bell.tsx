import { myNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { noticesText } from '@/text/notices';
import { IconButton } from '@/ui';

/** What one was told and has not looked at, on the first page of every workspace; one press leads to all of it. */
export function InboxBell() {
  const t = useText(noticesText);
  const { data } = useRead(myNotices, { query: {} }, { keepHours: 24, everySeconds: 60 });
  const label = data?.unread ? `${t('title')} ${data.unread}` : t('title');
  return (
    <IconButton
      icon="bell"
      label={label}
      count={data?.unread ?? 0}
      onPress={() => void openPage('/pages/inbox/index')}
    />
  );
}

import { useMe } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { Button, Card, Heading, Rows, Words } from '@/ui';

/** Whether this person answers for people without a household here: for a hotel, a company, a building site. */
export const useIsHost = (): boolean => useMe()?.grants.some(({ role }) => role === 'HOST_UNIT') ?? false;

/** What a host is here for: who comes, and to tell of one who is not announced yet; nothing for anybody else. */
export function HostCard() {
  const t = useText(returneeListsText);
  if (!useIsHost()) return null;
  const to = (page: 'report' | 'list') => void openPage(`/packages/returnee/${page}/index`);
  return (
    <Card>
      <Rows>
        <Heading size={3}>{t('host-title')}</Heading>
        <Words>{t('host-words')}</Words>
        <Button look="main" icon="list" label={t('host-list')} onPress={() => to('list')} />
        <Button icon="plus" label={t('host-report')} onPress={() => to('report')} />
      </Rows>
    </Card>
  );
}

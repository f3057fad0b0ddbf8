import { listLateFacts } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { lateFactsText } from '@/text/late-facts';
import { Card, Icon, ListRow } from '@/ui';
import { gridPage } from './grid-bar';

/**
 * The way to facts that came too late; draws nothing while there are none to compare.
 * @param climbed only those that nobody has decided on for a day: for whoever they have climbed to
 */
export function LateFactsEntry({ climbed = false }: { readonly climbed?: boolean }) {
  const t = useText(lateFactsText);
  const { data } = useRead(listLateFacts, { query: {} }, { everySeconds: 60 });
  const count = data?.items.filter(({ told }) => !climbed || told !== undefined).length ?? 0;
  if (count === 0) return null;
  return (
    <Card tone={climbed ? 'danger' : 'amber'}>
      <ListRow
        title={t('entry')}
        note={t(climbed ? 'entry-climbed' : 'entry-note', { count })}
        lead={<Icon name="clock" />}
        onPress={() => void openPage(gridPage('late'))}
        last
      />
    </Card>
  );
}

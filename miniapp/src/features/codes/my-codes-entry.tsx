import { myCodeRequests } from '@grid-relief/shared-types/quarantine/code-request.contract';
import { useRead } from '@/api';
import { useText } from '@/text';
import { myCodesText } from '@/text/my-codes';
import { uiText } from '@/text/ui';
import { WayCard } from '@/ui';

const page = '/packages/returnee/codes/index';

/** The way to the codes of everybody at home; draws nothing while none was asked for. */
export function MyCodesEntry() {
  const t = useText(myCodesText);
  const tUi = useText(uiText);
  const { data, problem } = useRead(myCodeRequests, {}, { everySeconds: 60 });
  // what did not come is not nothing
  if (data === undefined && problem)
    return <WayCard icon="flag" title={t('title')} note={tUi('not-read')} page={page} />;
  if (!data || data.items.length === 0) return null;
  const waits = data.items.some(({ waitsWith }) => waitsWith === 'PERSON');
  return (
    <WayCard
      icon={waits ? 'warning' : 'flag'}
      tone={waits ? 'amber' : 'info'}
      title={t('title')}
      note={t(waits ? 'entry-appeal' : 'entry-note')}
      page={page}
    />
  );
}

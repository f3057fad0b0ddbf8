import { type Command, outbox, SendingNote, useAct, useOutbox } from '@/api';
import { useText } from '@/text';
import { actionWords, deliveryText } from '@/text/delivery-words';
import { identityText } from '@/text/identity';
import { BottomBar, Button, Card, EmptyState, NetworkBanner, Page, Rows, useTimeWords, Words } from '@/ui';

/** Everything done on this phone that the server does not have yet, with what to do about each. */
export function UnsentScreen() {
  const t = useText(identityText);
  const unsent = useOutbox().filter(({ state, file }) => state !== 'sent' && file === undefined);
  const records = [...new Set(unsent.map(({ record }) => record))];
  const bottom = unsent.length > 0 && (
    <BottomBar main={<Button look="main" icon="up" label={t('sendNow')} onPress={outbox.flush} />} />
  );
  return (
    <Page title={t('unsentTitle')} banner={<NetworkBanner />} bottom={bottom}>
      {unsent.length === 0 && <EmptyState picture="quiet" title={t('unsentNone')} hint={t('unsentNoneHint')} />}
      <Rows>
        {records.map((record) => (
          <UnsentRecord key={record} record={record} commands={unsent.filter((each) => each.record === record)} />
        ))}
      </Rows>
    </Page>
  );
}

function UnsentRecord({ record, commands }: { readonly record: string; readonly commands: readonly Command[] }) {
  const t = useText(identityText);
  const d = useText(deliveryText);
  const time = useTimeWords();
  const act = useAct(record);
  return (
    <Card>
      <Rows gap={2}>
        {commands.map(({ id, name, savedAt }) => (
          <Rows gap={1} key={id}>
            <Words size={5} strong>
              {actionWords(d, name)}
            </Words>
            <Words tone="quiet">{t('savedAt', { time: time(new Date(savedAt)) })}</Words>
          </Rows>
        ))}
        <SendingNote of={act} />
      </Rows>
    </Card>
  );
}

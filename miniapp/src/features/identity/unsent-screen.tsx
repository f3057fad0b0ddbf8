import { getDelivery, heldByMe } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { type Command, knownAnswer, outbox, SendingNote, useAct, useOutbox, useRead } from '@/api';
import { useText } from '@/text';
import { deliveryText, kindWords } from '@/text/delivery-words';
import { identityText } from '@/text/identity';
import { actionWords, historyText } from '@/text/request-history';
import { unsentText, unsentWords } from '@/text/unsent';
import { BottomBar, Button, Card, EmptyState, NetworkBanner, Page, Rows, useTimeWords, Words } from '@/ui';

/** A working day, as the list of what is in hand is kept. */
const heldHours = 12;

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
  const history = useText(historyText);
  const u = useText(unsentText);
  const time = useTimeWords();
  const act = useAct(record);
  const about = useAbout(record);
  return (
    <Card>
      <Rows gap={2}>
        {about !== undefined && <Words size={4}>{about}</Words>}
        {commands.map(({ id, name, savedAt }) => (
          <Rows gap={1} key={id}>
            <Words size={5} strong>
              {unsentWords(u, name) ?? actionWords(history, name)}
            </Words>
            <Words tone="quiet">{t('savedAt', { time: time(new Date(savedAt)) })}</Words>
          </Rows>
        ))}
        <SendingNote of={act} />
      </Rows>
    </Card>
  );
}

/** Which request it is, by kind and code, as far as this phone knows without a network. */
function useAbout(record: string): string | undefined {
  const d = useText(deliveryText);
  const held = useRead(heldByMe, {}, { keepHours: heldHours, enabled: false });
  const view = knownAnswer(getDelivery, { params: { id: record } }) ?? held.data?.items.find(({ id }) => id === record);
  return view && `${kindWords(d, view.kind)} · ${view.code}`;
}

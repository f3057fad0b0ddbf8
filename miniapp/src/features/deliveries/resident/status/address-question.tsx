import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { requestChangesText } from '@/text/request-changes';
import { Button, Card, CountdownRing, Rows, Sheet, useSoonWords, Words } from '@/ui';
import { AddressForm } from '../../changes/address-form';

/** The carrier waits so long for the way (handbook 2.1). */
const waitSeconds = 15 * 60;

/** What the carrier said with the question; words of an earlier one are not asked again. */
function askedNow({ wayWords = [], timeline }: DeliveryView): string | undefined {
  const asked = timeline.filter(({ action }) => action === 'queryAddress').at(-1);
  const said = wayWords.at(-1);
  return asked && said && said.at >= asked.at ? said.words : undefined;
}

/** The carrier stands somewhere and does not find the door: the way, or the right door number, while the time runs. */
export function AddressQuestion({ view, act }: { readonly view: DeliveryView; readonly act: Act }) {
  const t = useText(requestChangesText);
  const time = useSoonWords();
  const [isOpen, setOpen] = useState(false);
  const endsAt = view.next.by === undefined ? undefined : new Date(view.next.by);
  const [isOver, setOver] = useState(endsAt !== undefined && endsAt.getTime() <= Date.now());
  const said = askedNow(view);
  return (
    <Card tone="amber">
      <Rows>
        <Words size={4} strong block>
          {t('way-title')}
        </Words>
        {said !== undefined && <Words size={5}>{t('way-said', { words: said })}</Words>}
        {endsAt && !isOver && <CountdownRing endsAt={endsAt} totalSeconds={waitSeconds} onEnd={() => setOver(true)} />}
        {endsAt && <Words tone="quiet">{isOver ? t('way-over') : t('way-hint', { time: time(endsAt) })}</Words>}
        <Button look="main" icon="map-pin" label={t('way-answer')} onPress={() => setOpen(true)} />
      </Rows>
      <Sheet title={t('way-answer')} open={isOpen} onClose={() => setOpen(false)}>
        <AddressForm view={view} doing={act} onClose={() => setOpen(false)} />
      </Sheet>
    </Card>
  );
}

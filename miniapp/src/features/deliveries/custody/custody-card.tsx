import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { returnCustody } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { Act } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { custodyText } from '@/text/custody';
import { Button, Card, Heading, useTimeWords, Words } from '@/ui';
import { useItemWords } from './item-words';

type Props = {
  readonly view: DeliveryView;
  readonly act: Act;
  /** The grid ticks for people without a phone. */
  readonly forGrid?: boolean;
};

/** In whose hands the household's card is, and the tick that it is back. */
export function CustodyCard({ view, act, forGrid = false }: Props) {
  const t = useText(custodyText);
  const time = useTimeWords();
  const words = useItemWords();
  const { custody, flags, actions } = view;
  // a card may be taken along again after it came back
  const isOnItsWay = useOnItsWay(act, view.revision);
  if (custody === undefined) return null;
  const items = words(custody);
  if (custody.returnedAt !== undefined || isOnItsWay(returnCustody)) {
    return (
      <Card tone="leaf">
        <Words size={5}>{t('is-back', { items })}</Words>
      </Card>
    );
  }
  const isLate = flags.includes('CARD_OUT');
  return (
    <Card tone={isLate ? 'danger' : 'amber'}>
      <Heading size={4}>{t('held-by', { items, who: custody.heldBy.label })}</Heading>
      <Words block>{isLate ? t('late') : t('since', { time: time(new Date(custody.takenAt)) })}</Words>
      {actions.includes('returnCustody') && (
        <Button
          icon="check"
          label={t(forGrid ? 'is-back-desk' : 'back')}
          onPress={() => void act.act(returnCustody, {})}
        />
      )}
    </Card>
  );
}

import { CustodyItem } from '@grid-relief/shared-types/deliveries/custody.schema';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { takeCustody } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { Act } from '@/api';
import { useText } from '@/text';
import { custodyText } from '@/text/custody';
import { Button, Card, Heading, Icon, Line, Rows, Words } from '@/ui';
import { useItemWords } from './item-words';

type ViewProps = { readonly view: DeliveryView };

/** For whoever has the card, at every step: what it is, and that it goes back. */
export function CardInHand({ view: { custody } }: ViewProps) {
  const t = useText(custodyText);
  const words = useItemWords();
  if (custody?.heldBy.self !== true) return null;
  const items = words(custody);
  const isBack = custody.returnedAt !== undefined;
  return (
    <Card tone={isBack ? 'leaf' : 'amber'}>
      <Line>
        <Icon name={isBack ? 'check' : 'undo'} />
        <Words size={5} strong>
          {t(isBack ? 'back-mine' : 'have-mine', { items })}
        </Words>
      </Line>
      {!isBack && <Words block>{t('give-back')}</Words>}
    </Card>
  );
}

/** At the door before the pharmacy: one press for each thing that was handed over. */
export function TakeCard({ view, doing }: ViewProps & { readonly doing: Act }) {
  const t = useText(custodyText);
  const { custody, repeatPrescription, actions } = view;
  const has = custody?.returnedAt === undefined ? custody : undefined;
  if (repeatPrescription !== true || !actions.includes('takeCustody')) return null;
  const left = CustodyItem.options.filter((item) => has?.items.includes(item) !== true);
  if (left.length === 0) return null;
  const take = (item: CustodyItem) => void doing.act(takeCustody, { items: [item] });
  return (
    <Card tone={has ? 'plain' : 'amber'}>
      <Heading size={4}>{t(has ? 'more' : 'fetch')}</Heading>
      {!has && <Words block>{t('fetch-hint')}</Words>}
      <Rows gap={2}>
        {left.map((item) => (
          <Button key={item} icon="check" label={t('took', { item: t(`i-${item}`) })} onPress={() => take(item)} />
        ))}
      </Rows>
    </Card>
  );
}

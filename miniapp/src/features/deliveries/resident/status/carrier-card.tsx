import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { callPhone, openPage } from '@/platform';
import { useText } from '@/text';
import { deliveryText, teamWords } from '@/text/delivery-words';
import { residentText } from '@/text/resident';
import { Button, Card, Icon, Line, Rows, Words } from '@/ui';
import { isAtDoor } from '../delivery-look';
import { CallGrid } from '../returnee-sheet';

/** Who brings it, and the way to a person. */
export function CarrierCard({ view: { carrier, state } }: { readonly view: DeliveryView }) {
  const t = useText(residentText);
  const d = useText(deliveryText);
  const phone = carrier?.phone;
  return (
    <Card>
      <Rows gap={2}>
        {carrier && (
          <Line>
            <Icon name="person" />
            <Words size={5} strong>{`${t('carrier')}：${carrier.label}`}</Words>
            <Words tone="quiet">{teamWords(d, carrier.team)}</Words>
          </Line>
        )}
        {phone !== undefined ? (
          <Button icon="phone" label={t('phoneCarrier')} onPress={() => void callPhone(phone)} />
        ) : (
          <CallGrid />
        )}
        {carrier && !isAtDoor(state) && (
          <Button icon="shield" label={t('badge')} onPress={() => void openPage('/pages/badge/index')} />
        )}
      </Rows>
    </Card>
  );
}

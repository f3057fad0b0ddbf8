import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { registerText } from '@/text/register';
import { Button, Card, Heading, Rows } from '@/ui';
import { isBought } from '../carrying/basket';
import { openDelivery } from '../carrying/doors';
import { may } from '../carrying/marks';
import { lacksRegister } from './counter-card';

/** Doors of a run whose four-class medicine is in the basket and not registered; each is, on its own page. */
export const toRegister = (deliveries: readonly DeliveryView[]): readonly DeliveryView[] =>
  deliveries.filter(
    (view) =>
      may(view, 'tickRegistered') &&
      lacksRegister(view) &&
      view.lines.some((line) => line.controlledFour && isBought(line)),
  );

/** The way from a run to each register. */
export function RunRegister({ deliveries }: { readonly deliveries: readonly DeliveryView[] }) {
  const t = useText(registerText);
  const waiting = toRegister(deliveries);
  if (waiting.length === 0) return null;
  return (
    <Card tone="amber">
      <Heading size={5}>{t('counter-title')}</Heading>
      <Rows gap={2}>
        {waiting.map(({ id, code }) => (
          <Button key={id} icon="pill" label={t('for-code', { code })} onPress={() => openDelivery(id)} />
        ))}
      </Rows>
    </Card>
  );
}

import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Card, Heading, Words } from '@/ui';
import { isAtEdge } from './edge';
import { useLegOf } from './use-legs';

/** Before setting out: that nobody goes in, and where the bags go instead. Draws nothing for other doors. */
export function PointNote({ view }: { readonly view: DeliveryView }) {
  return isAtEdge(view) ? <ToPoint delivery={view.id} /> : null;
}

function ToPoint({ delivery }: { readonly delivery: string }) {
  const t = useText(handoverLegText);
  const { leg } = useLegOf(delivery);
  return (
    <Card tone="info">
      <Words size={5} strong block>
        {t('to-point')}
      </Words>
      <Words block>{t('to-point-hint')}</Words>
      {leg && (
        <>
          <Words tone="quiet">{t('go-to')}</Words>
          <Heading size={3}>{t('point-of', { area: leg.areaName, point: leg.point })}</Heading>
        </>
      )}
    </Card>
  );
}

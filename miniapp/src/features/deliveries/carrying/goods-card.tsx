import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Card, formatFen, Heading, Line, ListRow, Picture, pictureFor, Words } from '@/ui';

/** What is in a delivery, for looking at only. */
export function GoodsCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(carryingText);
  if (view.lines.length === 0) return null;
  return (
    <Card>
      <Line apart>
        <Heading size={5}>{t('details')}</Heading>
        <Words tone="quiet">{t('estimate', { money: formatFen(view.estimateFen) })}</Words>
      </Line>
      {view.lines.map((line, index) => (
        <ListRow
          key={line.line}
          title={line.name}
          lead={<Picture name={pictureFor(line.picture ?? '')} />}
          end={<Words size={5} strong>{`${line.quantity} ${line.unit}`}</Words>}
          last={index === view.lines.length - 1}
        />
      ))}
    </Card>
  );
}

import type { DeliveryView, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Card, formatFen, Heading, Line, ListRow, Picture, pictureFor, Words } from '@/ui';
import { useGoodsName } from '../goods-name';

/** What is in a delivery, for looking at only: what was wanted at first, then what is really in the bag. */
export function GoodsCard({ view: { lines, actualFen, estimateFen } }: { readonly view: DeliveryView }) {
  const t = useText(carryingText);
  if (lines.length === 0) return null;
  const money = formatFen(actualFen ?? estimateFen);
  return (
    <Card>
      <Line apart>
        <Heading size={5}>{t('details')}</Heading>
        <Words tone="quiet">{t(actualFen === undefined ? 'estimate' : 'paid-sum', { money })}</Words>
      </Line>
      {lines.map((line, index) => (
        <GoodsRow key={line.line} line={line} last={index === lines.length - 1} />
      ))}
    </Card>
  );
}

function GoodsRow({ line, last }: { readonly line: LineView; readonly last: boolean }) {
  const t = useText(carryingText);
  const goods = useGoodsName();
  const name = goods.plain(line);
  const { outcome, replacement, boughtQuantity = line.quantity, unit } = line;
  const lead = <Picture name={pictureFor(line.picture ?? '')} />;
  if (outcome === 'LEFT_OUT') return <ListRow title={name} note={t('not-in-bag')} lead={lead} last={last} />;
  return (
    <ListRow
      title={replacement ? goods.plain(replacement) : name}
      {...(replacement && { note: t('instead-of', { name }) })}
      lead={lead}
      end={<Words size={5} strong>{`${boughtQuantity} ${goods.unit(unit, boughtQuantity)}`}</Words>}
      last={last}
    />
  );
}

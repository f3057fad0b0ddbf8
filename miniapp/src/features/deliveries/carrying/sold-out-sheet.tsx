import type { LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { askSubstitution, reportLine } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { shopGoods } from '@grid-relief/shared-types/shops/shop.contract';
import { useState } from 'react';
import { type Act, FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, formatFen, Line, ListRow, Money, Picture, pictureFor, Rows, Sheet, Stepper, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import { type Similar, type SoldOutWay, soldOutWay } from './similar-goods';

/** A catalogue changes by the day; in a shop without signal yesterday's is better than none. */
const catalogueHours = 24;

type SoldOutSheetProps = {
  readonly line: LineView | undefined;
  readonly shop: string | undefined;
  readonly doing: Act;
  /** False while another question is open: one at a time. */
  readonly mayAsk: boolean;
  readonly onClose: () => void;
};

/** Sold out, in two taps: the second one is what to take, ask, or leave. The household's rule decides which. */
export function SoldOutSheet({ line, shop = '', doing, mayAsk, onClose }: SoldOutSheetProps) {
  const goods = useGoodsName();
  const t = useText(carryingText);
  const catalogue = useRead(shopGoods, { params: { id: shop } }, { keepHours: catalogueHours, enabled: shop !== '' });
  if (line === undefined) return null;
  const { way, offers } = soldOutWay(line, catalogue.data?.goods ?? []);
  // that nothing is like it cannot be said of goods nobody could read
  const isUnread = way !== 'LEAVE' && catalogue.data === undefined && catalogue.problem !== undefined;
  const done = (sent: Promise<unknown>) => {
    onClose();
    void sent;
  };
  const choose = ({ good, priceFen }: Similar) => {
    const { line: id, quantity } = line;
    if (way === 'ASK')
      return done(doing.act(askSubstitution, { line: id, offeredName: good.name, offeredPriceFen: priceFen }));
    const replacement = { name: good.name, priceFen };
    const report = {
      line: id,
      outcome: 'REPLACED',
      boughtQuantity: quantity,
      actualFen: priceFen,
      replacement,
    } as const;
    done(doing.act(reportLine, report));
  };
  return (
    <Sheet title={t('sold-title', { name: goods.shelf(line) })} open onClose={onClose}>
      <Rows>
        {isUnread ? (
          <FailedRead of={catalogue} />
        ) : (
          <Words size={5}>{t(guidance({ way, offers }, line, mayAsk))}</Words>
        )}
        {(way === 'TAKE' || mayAsk) && <Offers offers={offers} onChoose={choose} />}
        {line.quantity > 1 && (
          <SomeOnly
            line={line}
            onTake={(boughtQuantity) =>
              done(doing.act(reportLine, { line: line.line, outcome: 'FOUND', boughtQuantity }))
            }
          />
        )}
        <Button
          label={t('leave-out')}
          look={way === 'LEAVE' ? 'main' : 'quiet'}
          onPress={() => done(doing.act(reportLine, { line: line.line, outcome: 'LEFT_OUT' }))}
        />
        {line.outcome !== 'OPEN' && (
          <Button
            icon="check"
            label={t('found')}
            onPress={() =>
              done(doing.act(reportLine, { line: line.line, outcome: 'FOUND', boughtQuantity: line.quantity }))
            }
          />
        )}
      </Rows>
    </Sheet>
  );
}

function guidance({ way, offers }: SoldOutWay, line: LineView, mayAsk: boolean) {
  if (way === 'LEAVE') return 'sold-leave-rule';
  if (offers.length === 0) return 'sold-no-goods';
  if (way === 'TAKE') return 'sold-take';
  if (!mayAsk) return 'sold-waiting';
  return line.substitution.rule === 'SIMILAR' ? 'sold-ask-over' : 'sold-ask';
}

type OffersProps = { readonly offers: readonly Similar[]; readonly onChoose: (offer: Similar) => void };

function Offers({ offers, onChoose }: OffersProps) {
  const goods = useGoodsName();
  const extra = useExtraWords();
  if (offers.length === 0) return null;
  return (
    <Card>
      {offers.map((offer, index) => (
        <ListRow
          key={offer.good.sku}
          title={goods.shelf(offer.good)}
          note={extra(offer.extraFen)}
          lead={<Picture name={pictureFor(offer.good.picture)} />}
          end={<Money fen={offer.priceFen} size={5} />}
          last={index === offers.length - 1}
          onPress={() => onChoose(offer)}
        />
      ))}
    </Card>
  );
}

/** "2 yuan more", "same price": what a replacement costs beside what was wanted. */
export function useExtraWords(): (extraFen: number) => string {
  const t = useText(carryingText);
  return (extraFen) => {
    if (extraFen === 0) return t('ask-extra-same');
    return t(extraFen > 0 ? 'ask-extra-more' : 'ask-extra-less', { money: formatFen(Math.abs(extraFen)) });
  };
}

type SomeOnlyProps = { readonly line: LineView; readonly onTake: (count: number) => void };

function SomeOnly({ line, onTake }: SomeOnlyProps) {
  const goods = useGoodsName();
  const t = useText(carryingText);
  const [count, setCount] = useState(line.quantity - 1);
  return (
    <Card>
      <Line apart>
        <Words size={5}>{t('some-only')}</Words>
        <Stepper
          name={goods.plain(line)}
          unit={goods.unit(line.unit, count)}
          value={count}
          min={1}
          max={line.quantity}
          onChange={setCount}
        />
      </Line>
      <Button label={t('some-take', { count, unit: goods.unit(line.unit, count) })} onPress={() => onTake(count)} />
    </Card>
  );
}

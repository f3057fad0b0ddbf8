import { type ScarceShare, scarceShares } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { type Good, shopGoods } from '@grid-relief/shared-types/shops/shop.contract';
import type * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { aisleWords, freeUnit, goodsText } from '@/text/goods';
import { orderText } from '@/text/order';
import { residentText } from '@/text/resident';
import {
  BottomBar,
  Button,
  Card,
  Chip,
  Field,
  formatFen,
  Line,
  ListRow,
  NetworkBanner,
  Page,
  Picture,
  pictureFor,
  Rows,
  Skeleton,
  Stepper,
  Words,
} from '@/ui';
import { useGoodsName } from '../../goods-name';
import { CallGrid } from '../returnee-sheet';
import { estimateOf, type Item } from './order-draft';
import { mostNow, shareWords } from './scarce-words';
import type { StepProps } from './step-props';

type GoodItem = z.infer<typeof Good>;
const mostOfOne = 50;

function withQuantity(items: readonly Item[], item: Item, quantity: number): Item[] {
  const isSame = (each: Item) => each.sku === item.sku && each.name === item.name;
  const known = items.some(isSame) ? items : [...items, item];
  return known.map((each) => (isSame(each) ? { ...each, quantity } : each)).filter((each) => each.quantity > 0);
}

/** Aisles with pictures and prices; what the shop does not list is written in words. */
export function GoodsStep({ draft, change }: StepProps) {
  const t = useText(orderText);
  const tHome = useText(residentText);
  const g = useText(goodsText);
  const [aisle, setAisle] = useState<string>();
  const [word, setWord] = useState('');
  const { data, problem, isLoading, refresh } = useRead(
    shopGoods,
    { params: { id: draft.shop ?? '' } },
    { keepHours: 48 },
  );
  const shares = useShares(draft);
  const set = (item: Item, quantity: number) => change({ items: withQuantity(draft.items, item, quantity) });
  const sought = word.trim().toLowerCase();
  const aisles = data?.shop.aisles ?? [];
  const here = aisle ?? aisles[0];
  const shown = (data?.goods ?? []).filter((good) =>
    sought === '' ? good.aisle === here : `${good.name} ${good.nameEn}`.toLowerCase().includes(sought),
  );
  const free = draft.items.filter(({ sku }) => sku === undefined);
  const addFree = () => {
    set({ name: word.trim(), unit: freeUnit, quantity: 1, priceFen: 0, four: false }, 1);
    setWord('');
  };
  return (
    <Page
      title={data?.shop.name ?? tHome('groceries')}
      banner={<NetworkBanner />}
      bottom={<Basket draft={draft} change={change} />}
    >
      {isLoading && <Skeleton />}
      {!data && <FailedRead of={{ problem, refresh }} help={<CallGrid />} />}
      {data && (
        <Rows>
          <Field label={t('search')} value={word} onChange={setWord} maxLength={40} />
          {sought === '' && (
            <Line>
              {aisles.map((name) => (
                <Chip key={name} label={aisleWords(g, name)} chosen={name === here} onPress={() => setAisle(name)} />
              ))}
            </Line>
          )}
          {shown.some(({ byTurns }) => byTurns) && <Words tone="quiet">{t('turnRule')}</Words>}
          <Card>
            {shown.map((good, index) => (
              <GoodRow
                key={good.sku}
                good={good}
                share={shares.get(good.sku)}
                items={draft.items}
                onSet={set}
                last={index === shown.length - 1}
              />
            ))}
            {shown.length === 0 && <Words tone="quiet">{t('searchNone', { word: word.trim() })}</Words>}
          </Card>
          {sought !== '' && <Button icon="edit" label={t('addWords', { word: word.trim() })} onPress={addFree} />}
          {free.length > 0 && <FreeLines items={free} onSet={set} />}
        </Rows>
      )}
    </Page>
  );
}

/** What this household may still have of the shop's scarce goods; without a network the limits alone stand there. */
function useShares({ household, shop = '' }: StepProps['draft']): ReadonlyMap<string, ScarceShare> {
  const asked = { params: { id: household }, query: { shop } };
  const { data } = useRead(scarceShares, asked, { enabled: shop !== '' });
  return new Map(data?.items.map((share) => [share.sku, share]));
}

type SetQuantity = (item: Item, quantity: number) => void;
type GoodRowProps = {
  readonly good: GoodItem;
  readonly share: ScarceShare | undefined;
  readonly items: readonly Item[];
  readonly onSet: SetQuantity;
  readonly last: boolean;
};

function GoodRow({ good, share, items, onSet, last }: GoodRowProps) {
  const t = useText(orderText);
  const goods = useGoodsName();
  const name = goods.plain(good);
  const quantity = items.find(({ sku }) => sku === good.sku)?.quantity ?? 0;
  const item: Item = {
    sku: good.sku,
    name: good.name,
    nameEn: good.nameEn,
    unit: good.unit,
    quantity: 0,
    priceFen: good.priceFen,
    four: good.controlledFour,
  };
  const limit = good.limitPerHousehold;
  const notes = [
    t('each', { price: formatFen(good.priceFen), unit: goods.unit(good.unit) }),
    limit !== undefined && t('limit', { count: limit, unit: goods.unit(good.unit, limit) }),
    share && shareWords(t, share),
    good.cold && t('cold'),
  ];
  return (
    <ListRow
      lead={<Picture name={pictureFor(good.picture)} />}
      title={name}
      note={notes.filter(Boolean).join(' · ')}
      foot={
        <Stepper
          name={name}
          unit={goods.unit(good.unit, quantity)}
          value={quantity}
          max={share ? mostNow(share) : (limit ?? mostOfOne)}
          onChange={(n) => onSet(item, n)}
        />
      }
      last={last}
    />
  );
}

function FreeLines({ items, onSet }: { readonly items: readonly Item[]; readonly onSet: SetQuantity }) {
  const t = useText(orderText);
  return (
    <Card>
      <Words strong>{t('free')}</Words>
      {items.map((item, index) => (
        <ListRow
          key={item.name}
          title={item.name}
          end={<Stepper name={item.name} value={item.quantity} max={mostOfOne} onChange={(n) => onSet(item, n)} />}
          last={index === items.length - 1}
        />
      ))}
    </Card>
  );
}

function Basket({ draft: { items, into }, change }: StepProps) {
  const t = useText(orderText);
  const count = items.length;
  const total = formatFen(estimateOf(items));
  const main = (
    <Button
      look="main"
      icon="basket"
      label={t('next')}
      disabledReason={count === 0 ? t('basketEmpty') : undefined}
      onPress={() => change({ step: into === undefined ? 'wishes' : 'review' })}
    />
  );
  const note = (
    <>
      <Words strong>{count > 0 ? t('basket', { count, price: total }) : t('basketEmpty')}</Words>
      {into === undefined && <Button look="link" label={t('otherShop')} onPress={() => change({ step: 'shop' })} />}
    </>
  );
  return <BottomBar main={main} note={note} />;
}

import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { useEffect } from 'react';
import { useRead } from '@/api';
import type { Draft } from './order-draft';
import type { Earlier } from './use-shop-of';

/** Fills a draft with the lines of an earlier request, once. */
export function useRepeat(again: string | undefined, change: (part: Partial<Draft>) => void): Earlier {
  const read = useRead(getDelivery, { params: { id: again ?? '' } }, { enabled: again !== undefined });
  const { data } = read;
  const isHere = data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the earlier request has come; later changes are the person's
  useEffect(() => {
    if (data === undefined) return;
    change({
      step: data.shop ? 'goods' : data.kind === 'ERRAND' ? 'wishes' : 'shop',
      ...(data.shop && { shop: data.shop.id }),
      ...(data.doorWords && { doorWords: data.doorWords }),
      ...(data.words && { words: data.words }),
      payMode: data.payMode,
      items: data.lines.map(({ sku, name, nameEn, unit, quantity, estimateFen, controlledFour }) => ({
        ...(sku !== undefined && { sku }),
        name,
        ...(nameEn !== undefined && { nameEn }),
        unit,
        quantity,
        priceFen: Math.round(estimateFen / Math.max(1, quantity)),
        four: controlledFour,
      })),
    });
  }, [isHere]);
  return read;
}

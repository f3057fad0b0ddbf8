import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { useEffect } from 'react';
import { type Read, useRead } from '@/api';
import type { StepProps } from './step-props';

/** The earlier request that an order leans on. */
export type Earlier = Pick<Read<unknown>, 'data' | 'problem' | 'refresh'>;

/** What is added to an open request comes from the shop that request goes to; there is nothing to choose. */
export function useShopOf({ into, shop }: StepProps['draft'], change: StepProps['change']): Earlier {
  const read = useRead(getDelivery, { params: { id: into ?? '' } }, { enabled: into !== undefined });
  const found = read.data?.shop?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the shop is known; `change` is new with every drawing
  useEffect(() => {
    if (into !== undefined && shop === undefined && found !== undefined) change({ shop: found, step: 'goods' });
  }, [into, shop, found]);
  return read;
}

import type { CustodyView } from '@grid-relief/shared-types/deliveries/custody.schema';
import { useText } from '@/text';
import { custodyText } from '@/text/custody';

/** What it is, in a row: "医保卡、就诊卡". */
export function useItemWords(): (custody: Pick<CustodyView, 'items'>) => string {
  const t = useText(custodyText);
  return ({ items }) => items.map((item) => t(`i-${item}`)).join(t('and'));
}

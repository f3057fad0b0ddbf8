import { type Disposition, disposeReturned } from '@grid-relief/shared-types/deliveries/dispute-actions.contract';
import type { ReturnedGoods } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { returnedGoodsText } from '@/text/returned-goods';
import { Button, Rows, Sheet, Words } from '@/ui';

type CountInProps = { readonly goods: ReturnedGoods; readonly doing: Act };

/** Bags are here and counted: what becomes of them, by one tap on what may. */
export function CountIn({ goods, doing }: CountInProps) {
  const t = useText(returnedGoodsText);
  const [isOpen, setOpen] = useState(false);
  const isOnItsWay = useOnItsWay(doing, goods.revision)(disposeReturned);
  if (!goods.actions.includes('disposeReturned') || isOnItsWay) return null;
  const choose = (disposition: Disposition) => {
    setOpen(false);
    void doing.act(disposeReturned, { disposition, reason: { code: disposition } });
  };
  return (
    <>
      <Button icon="box" label={t('count-in')} onPress={() => setOpen(true)} />
      <Sheet title={t('count-in-title', { code: goods.code })} open={isOpen} onClose={() => setOpen(false)}>
        <Rows gap={2}>
          {goods.why === 'KEPT_BACK' && <Words>{t('kept-back')}</Words>}
          {goods.mayBecome.map((each) => (
            <Button key={each} label={t(each)} onPress={() => choose(each)} />
          ))}
        </Rows>
      </Sheet>
    </>
  );
}

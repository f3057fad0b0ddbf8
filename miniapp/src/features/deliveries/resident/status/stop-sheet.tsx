import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { Act } from '@/api';
import { useText } from '@/text';
import { orderActionsText } from '@/text/order-actions';
import { Choice, Rows, Sheet, Words } from '@/ui';

const { cancel, askCancel, closeUnfulfilled, returnGoods } = deliveryActions;

/** The ways to stop a request, the freest first; once somebody is shopping it can only be asked for. */
const waysToStop = [
  { name: 'cancel', endpoint: cancel, words: 'cancel' },
  { name: 'askCancel', endpoint: askCancel, words: 'askCancel' },
  { name: 'closeUnfulfilled', endpoint: closeUnfulfilled, words: 'closeUnfulfilled' },
  { name: 'returnGoods', endpoint: returnGoods, words: 'returnGoods' },
] as const;

type WayToStop = (typeof waysToStop)[number];

/** The way the server offers for this request now. */
export function wayToStop({ actions }: DeliveryView): WayToStop | undefined {
  return waysToStop.find(({ name }) => actions.includes(name));
}

const reasons = ['NOT_NEEDED', 'OTHER_WAY', 'TOO_LATE'] as const;

type StopSheetProps = {
  readonly stop: WayToStop;
  readonly act: Act;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** Why it is not wanted any more; choosing sends it. */
export function StopSheet({ stop, act, open, onClose }: StopSheetProps) {
  const t = useText(orderActionsText);
  const end = (code: (typeof reasons)[number]) => {
    void act.act(stop.endpoint, { reason: { code } });
    onClose();
  };
  return (
    <Sheet title={t(stop.words)} open={open} onClose={onClose}>
      <Rows>
        {stop.name === 'askCancel' && <Words>{t('cancelAskHint')}</Words>}
        {stop.name === 'returnGoods' && <Words>{t('returnHint')}</Words>}
        <Choice
          label={t('cancelTitle')}
          inOne
          value={undefined}
          onChange={end}
          options={reasons.map((value) => ({ value, label: t(`c-${value}`) }))}
        />
      </Rows>
    </Sheet>
  );
}

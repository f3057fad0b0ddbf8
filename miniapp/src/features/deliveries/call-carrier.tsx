import { revealCarrier } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { RefusedWords, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { deliveryText } from '@/text/delivery-words';
import { Button, Rows, Words } from '@/ui';

type CallCarrierProps = {
  readonly delivery: string;
  readonly label: string;
};

/** Opens the carrier's number and rings it; the server writes the look down. The number is kept nowhere. */
export function CallCarrier({ delivery, label }: CallCarrierProps) {
  const t = useText(deliveryText);
  const { problem, isBusy, open } = useReveal(revealCarrier, delivery);
  const ring = async () => {
    const opened = await open();
    if (opened) void callPhone(opened.phone);
  };
  return (
    <Rows gap={1}>
      <Button icon="phone" label={label} busy={isBusy} onPress={() => void ring()} />
      <Words tone="quiet">{t('call-recorded')}</Words>
      <RefusedWords of={problem} instead={problem?.type === 'transition-not-allowed' ? t('call-over') : undefined} />
    </Rows>
  );
}

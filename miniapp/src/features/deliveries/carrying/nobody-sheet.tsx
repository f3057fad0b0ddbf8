import { failDelivery } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import * as z from '@grid-relief/shared-types/zod';
import { useEffect, useState } from 'react';
import { callPhone, readStored, removeStored, writeStored } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, CountdownRing, Rows, Sheet, StatusChip, Words } from '@/ui';
import type { StepProps } from './step-frame';

/** Nobody answers: phone twice and wait five minutes before the goods are taken along (handbook 2.1). */
const waitSeconds = 5 * 60;
const callsNeeded = 2;

const Waiting = z.object({ since: z.number(), calls: z.int() });
type Waiting = z.infer<typeof Waiting>;
const parse = (stored: unknown) => z.safeParse(Waiting, stored).data;

/** The wait goes on while the phone is used for calling, so its beginning is kept on the device. */
function useWaiting(delivery: string, isOpen: boolean) {
  const key = `waiting:${delivery}`;
  const [waiting, setWaiting] = useState<Waiting | undefined>(() => readStored(key, parse));
  useEffect(() => {
    if (!isOpen || waiting !== undefined) return;
    const begun = { since: Date.now(), calls: 0 };
    writeStored(key, begun);
    setWaiting(begun);
  }, [isOpen, key, waiting]);
  const countCall = () => {
    const next = { since: waiting?.since ?? Date.now(), calls: (waiting?.calls ?? 0) + 1 };
    writeStored(key, next);
    setWaiting(next);
  };
  const forget = () => {
    removeStored(key);
    setWaiting(undefined);
  };
  return { waiting, countCall, forget };
}

type NobodyProps = StepProps & { readonly open: boolean; readonly onClose: () => void };

/** Nobody answers the door: a wait with a ring, two calls, then it may be taken along. */
export function NobodySheet({ view, doing, open, onClose }: NobodyProps) {
  const t = useText(carryingText);
  const { waiting, countCall, forget } = useWaiting(view.id, open);
  const [, setOver] = useState(false);
  const phone = view.household?.phone;
  const calls = waiting?.calls ?? 0;
  const endsAt = (waiting?.since ?? Date.now()) + waitSeconds * 1000;
  const isWaited = waiting !== undefined && Date.now() >= endsAt;
  const isEnough = isWaited && (phone === undefined || calls >= callsNeeded);
  const call = (number: string) => {
    countCall();
    void callPhone(number);
  };
  const fail = () => {
    onClose();
    forget();
    void doing.act(failDelivery, { reason: { code: 'NOBODY_ANSWERS' } });
  };
  return (
    <Sheet title={t('nobody-title')} open={open} onClose={onClose}>
      <Rows>
        {isWaited ? (
          <StatusChip icon="check" tone="leaf" label={t('nobody-waited')} />
        ) : (
          <>
            <Words size={5}>{t('nobody-wait')}</Words>
            <WaitRing endsAt={endsAt} onEnd={() => setOver(true)} />
          </>
        )}
        {phone !== undefined && (
          <Button icon="phone" label={t('nobody-call', { count: calls })} onPress={() => call(phone)} />
        )}
        <Button
          look="main"
          label={t('nobody-fail')}
          disabledReason={isEnough ? undefined : t('nobody-why')}
          onPress={fail}
        />
      </Rows>
    </Sheet>
  );
}

function WaitRing({ endsAt, onEnd }: { readonly endsAt: number; readonly onEnd: () => void }) {
  const [end] = useState(() => new Date(endsAt));
  const [finish] = useState(() => onEnd);
  return <CountdownRing endsAt={end} totalSeconds={waitSeconds} onEnd={finish} />;
}

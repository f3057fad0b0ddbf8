import { depart, purchase, startShopping } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import { type Act, enqueue, newId } from '@/api';
import { type LocalFile, takePhoto, toast } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { carryingRunText } from '@/text/carrying-run';
import { noPhotoText } from '@/text/no-photo';
import { pickupPlaceText } from '@/text/pickup-place';
import { registerText } from '@/text/register';
import { Button } from '@/ui';
import { NoPhotoSheet } from '../../no-photo-sheet';
import { bagsForPlace } from '../../pickup-slot/run-place';
import { toRegister } from '../../register/run-register';
import { isBought, priceOf } from '../basket';
import { openDelivery } from '../doors';
import { may } from '../marks';
import { CloseButton } from './close-button';
import { CountButton, needsCount } from './count-button';
import { doorName, isDoorLeft, isToBuy, linesLeft } from './run-figures';

/** One receipt for all: every delivery that has something in the basket is booked with the same photo. */
async function bookAll(run: RunView, file: LocalFile): Promise<boolean> {
  const photo = newId();
  const occurredAt = new Date().toISOString();
  const ready = run.deliveries.filter((view) => may(view, 'purchase') && view.lines.some(isBought));
  const kept = await Promise.all(
    ready.map((view) => {
      const lines = view.lines.map((line) =>
        isBought(line)
          ? {
              line: line.line,
              outcome: line.outcome === 'REPLACED' ? ('REPLACED' as const) : ('FOUND' as const),
              boughtQuantity: line.boughtQuantity ?? line.quantity,
              actualFen: priceOf(line),
            }
          : { line: line.line, outcome: 'LEFT_OUT' as const },
      );
      const bags = view.bags ?? 1;
      const body = { opId: newId(), occurredAt, receiptPhoto: photo, bags, lines };
      const files = [{ id: photo, file, purpose: 'RECEIPT' as const }];
      return enqueue(purchase, { params: { id: view.id }, body }, view.id, files);
    }),
  );
  return kept.every((each) => each.kept);
}

/**
 * The doors follow their run on the server, too. Saying it for each door keeps the order: what is done at a door later
 * stands behind it in the same queue, also after an hour without network.
 */
function sayForDoors(run: RunView, endpoint: typeof depart | typeof startShopping, action: string): void {
  const occurredAt = new Date().toISOString();
  for (const view of run.deliveries.filter((each) => may(each, action))) {
    void enqueue(endpoint, { params: { id: view.id }, body: { opId: newId(), occurredAt } }, view.id);
  }
}

type RunMainProps = { readonly run: RunView; readonly doing: Act };

/** The big button of a run: at the shop, bought, off to the doors, next door, count, finish. */
export function RunMain({ run, doing }: RunMainProps) {
  const t = useText(carryingRunText);
  const tPlace = useText(pickupPlaceText);
  if (needsCount(run)) return <CountButton run={run} doing={doing} />;
  if (may(run, 'startShopping')) {
    const start = () => {
      void doing.act(runActions.startShopping, {});
      sayForDoors(run, startShopping, 'startShopping');
    };
    return <Button look="main" label={t('act-run-startShopping')} onPress={start} />;
  }
  if (run.state === 'SHOPPING' && run.deliveries.some(isToBuy)) return <BoughtButton run={run} />;
  if (may(run, 'startDoors')) {
    const go = () => {
      void doing.act(runActions.startDoors, {});
      sayForDoors(run, depart, 'depart');
    };
    return <Button look="main" icon="bike" label={t('act-run-startDoors')} onPress={go} />;
  }
  const next = [...run.doors].sort((a, b) => a.order - b.order).find(isDoorLeft);
  if (run.state === 'DOORS' && next) {
    const open = () => openDelivery(next.delivery);
    const isForPlace = bagsForPlace(run).some(({ id }) => id === next.delivery);
    if (isForPlace) {
      return <Button look="main" icon="map-pin" label={tPlace('run-next', { code: next.code })} onPress={open} />;
    }
    const label = t('act-run-door', { door: doorName(run, next) });
    return <Button look="main" icon="door" label={label} onPress={open} />;
  }
  if (may(run, 'settleDoors')) {
    const settle = () => void doing.act(runActions.settleDoors, {});
    return <Button look="main" icon="yuan" label={t('act-run-settleDoors')} onPress={settle} />;
  }
  if (!may(run, 'close')) return null;
  return <CloseButton run={run} doing={doing} />;
}

function BoughtButton({ run }: { readonly run: RunView }) {
  const t = useText(carryingRunText);
  const tCarry = useText(carryingText);
  const tRegister = useText(registerText);
  const tPhoto = useText(noPhotoText);
  const [hasNoPhoto, setNoPhoto] = useState(false);
  const left = linesLeft(run.deliveries);
  const isAsking = run.deliveries.some(({ state }) => state === 'SUBSTITUTION_PENDING');
  const registers = toRegister(run.deliveries).length;
  const toDo = registers > 0 ? tRegister('run-first', { count: registers }) : undefined;
  const why = left > 0 ? t('run-bought-why', { count: left }) : isAsking ? t('run-asking-why') : toDo;
  const shoot = async () => {
    const file = await takePhoto('camera');
    setNoPhoto(file === undefined);
    if (file && !(await bookAll(run, file))) toast(tCarry('not-kept'));
  };
  return (
    <>
      <Button look="main" icon="camera" label={t('act-run-bought')} disabledReason={why} onPress={() => void shoot()} />
      <NoPhotoSheet
        why={tPhoto('why-receipt')}
        open={hasNoPhoto}
        onAgain={() => void shoot()}
        onClose={() => setNoPhoto(false)}
      />
    </>
  );
}

import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { carryingRunText } from '@/text/carrying-run';
import { Button } from '@/ui';
import { PricePad } from '../price-pad';

type CloseButtonProps = { readonly run: RunView; readonly doing: Act };

/** Counted otherwise than the one before has said: the grid leader asks both before the money can be closed. */
const isCashOpen = ({ handoverCash: cash }: RunView): boolean =>
  cash !== undefined && cash.countedFen !== undefined && cash.agreedFen === undefined;

/** The last act of a run: the float goes back as counted, which need not be what was given out. */
export function CloseButton({ run, doing }: CloseButtonProps) {
  const t = useText(carryingRunText);
  const [isCounting, setCounting] = useState(false);
  const finish = (floatReturnedFen: number) => void doing.act(runActions.close, { floatReturnedFen });
  const held = run.cashHeldFen ?? run.floatFen;
  const why = isCashOpen(run) ? t('run-cash-open') : undefined;
  if (held === 0) {
    return <Button look="main" label={t('act-run-end')} disabledReason={why} onPress={() => finish(0)} />;
  }
  const rest = run.cashExpectedFen ?? Math.max(0, run.floatFen - run.advancedFen);
  return (
    <>
      <Button
        look="main"
        icon="yuan"
        label={t('act-run-close')}
        disabledReason={why}
        onPress={() => setCounting(true)}
      />
      {isCounting && (
        <PricePad isCash title={t('run-float-back')} fen={rest} onClose={() => setCounting(false)} onChange={finish} />
      )}
    </>
  );
}

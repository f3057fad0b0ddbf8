import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { carryingRunText } from '@/text/carrying-run';
import { Button, formatFen, Rows, Sheet } from '@/ui';
import { may } from '../marks';
import { PricePad } from '../price-pad';
import { BagCount } from '../start-step';

const asksBags = ({ handover }: RunView): boolean => handover !== undefined && handover.countedBags === undefined;
const asksCash = ({ handoverCash: cash }: RunView): boolean =>
  cash !== undefined && cash.countedFen === undefined && cash.agreedFen === undefined;

/** Taken over from somebody, and not counted by whoever has it now. */
export const needsCount = (run: RunView): boolean => may(run, 'countHandOver') && (asksBags(run) || asksCash(run));

type CountButtonProps = { readonly run: RunView; readonly doing: Act };

/**
 * The second tick of a handover: whoever goes on counts bags and cash as well, before the first door. What the other one
 * said is not shown: a count is one's own.
 */
export function CountButton({ run, doing }: CountButtonProps) {
  const t = useText(carryingRunText);
  const tCarry = useText(carryingText);
  const [isOpen, setOpen] = useState(false);
  const [isCounting, setCounting] = useState(false);
  const [bags, setBags] = useState(0);
  const [cash, setCash] = useState<number>();
  const isCash = asksCash(run);
  const isBags = asksBags(run);
  const why =
    isBags && bags === 0 ? tCarry('count-first') : isCash && cash === undefined ? t('count-cash-first') : undefined;
  const send = () => {
    setOpen(false);
    const counted = isBags ? bags : (run.handover?.bags ?? 0);
    void doing.act(runActions.countHandOver, { bags: counted, ...(isCash && { cashFen: cash }) });
  };
  return (
    <>
      <Button
        look="main"
        icon="check"
        label={t(isBags ? 'run-count' : 'run-count-cash')}
        onPress={() => setOpen(true)}
      />
      <Sheet title={t(isBags ? 'run-count' : 'run-count-cash')} open={isOpen} onClose={() => setOpen(false)}>
        <Rows>
          {isBags && <BagCount bags={bags} least={0} onChange={setBags} />}
          {isCash && (
            <Button
              icon="yuan"
              label={cash === undefined ? t('count-cash') : t('count-cash-is', { money: formatFen(cash) })}
              onPress={() => setCounting(true)}
            />
          )}
          <Button
            look="main"
            label={isBags ? tCarry('act-takeOver', { bags }) : t('count-cash-done')}
            disabledReason={why}
            onPress={send}
          />
        </Rows>
      </Sheet>
      {isCounting && (
        <PricePad
          isCash
          title={t('count-cash')}
          fen={cash ?? 0}
          onClose={() => setCounting(false)}
          onChange={setCash}
        />
      )}
    </>
  );
}

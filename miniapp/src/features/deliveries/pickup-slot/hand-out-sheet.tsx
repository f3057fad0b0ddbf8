import { type PickupSlotView, pickupSlotActions } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { vibrate } from '@/platform';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Field, Rows, Sheet } from '@/ui';

type HandOutProps = { readonly slot: PickupSlotView; readonly doing: Act; readonly onClose: () => void };

/** The figures of a label: whoever comes reads them out, a thumb types them. */
const figuresOf = (code: string): string => code.replace(/\D/g, '');

/** Gives a bag to whoever says the label that stands on it; another label is told apart before anything is sent. */
export function HandOutSheet({ slot, doing, onClose }: HandOutProps) {
  const t = useText(pickupPlaceText);
  const [typed, setTyped] = useState('');
  const { code, number } = slot;
  const figures = figuresOf(code);
  const isWhole = typed.trim().length >= figures.length;
  const isOther = isWhole && figuresOf(typed) !== figures;
  const give = () => {
    onClose();
    vibrate();
    void doing.act(pickupSlotActions.pickUp, { code });
  };
  const why = isWhole && !isOther ? undefined : t('give-first');
  return (
    <Sheet title={number === undefined ? t('give-title-bare') : t('give-title', { number })} open onClose={onClose}>
      <Rows>
        <Field
          label={t('give-ask')}
          hint={t('give-hint')}
          kind="number"
          value={typed}
          onChange={setTyped}
          maxLength={figures.length}
          takesFocus
          error={isOther ? t('give-other') : undefined}
        />
        <Button look="main" icon="check" label={t('give-do')} disabledReason={why} onPress={give} />
      </Rows>
    </Sheet>
  );
}

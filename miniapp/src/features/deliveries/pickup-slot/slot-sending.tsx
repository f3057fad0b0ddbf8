import {
  type PickupSlotView,
  pickupSlotActions,
  reservePickupSlot,
} from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import type { Act } from '@/api';
import { useText } from '@/text';
import { pickupSlotText } from '@/text/pickup-slot';
import { Button, Card, Rows, useTimeWords, Words } from '@/ui';
import { UnsentNote } from './unsent-note';

type SlotSendingProps = {
  readonly slot: PickupSlotView | undefined;
  readonly doing: Act;
  /** Opens the choice of a time. */
  readonly onChoose: () => void;
  /** Takes this time instead. */
  readonly onTake: (at: string) => void;
};

const { changeTime, reserveAgain } = pickupSlotActions;
const choices: readonly string[] = [changeTime.name, reserveAgain.name, reservePickupSlot.name];

/** How far what was done here has come. A time that somebody else was quicker for is answered with the next free one. */
export function SlotSending({ slot, doing, onChoose, onTake }: SlotSendingProps) {
  const t = useText(pickupSlotText);
  const timeWords = useTimeWords();
  const { refused } = doing;
  const isChoice = refused !== undefined && choices.includes(refused.command.name);
  const { type, freeAt } = refused?.problem ?? {};
  const other = () => {
    doing.discard();
    onChoose();
  };
  if (isChoice && type === 'capacity-full' && freeAt !== undefined) {
    const time = timeWords(new Date(freeAt));
    const take = () => {
      doing.discard();
      onTake(freeAt);
    };
    return (
      <Lost title={t('lost-time')} next={t(slot?.state === 'RESERVED' ? 'lost-next' : 'lost-next-none', { time })}>
        <Button icon="clock" label={t('take-free', { time })} onPress={take} />
        <Button look="link" label={t('choose-other')} onPress={other} />
      </Lost>
    );
  }
  if (isChoice && type === 'invalid-input') {
    return (
      <Lost title={t('too-soon')} next={t('too-soon-next')}>
        <Button icon="clock" label={t('choose-other')} onPress={other} />
      </Lost>
    );
  }
  return <UnsentNote of={doing} />;
}

type LostProps = { readonly title: string; readonly next: string; readonly children: React.ReactNode };

function Lost({ title, next, children }: LostProps) {
  return (
    <Card tone="amber">
      <Rows gap={2}>
        <Words size={5} strong reads={{ role: 'alert' }}>
          {title}
        </Words>
        <Words>{next}</Words>
        {children}
      </Rows>
    </Card>
  );
}

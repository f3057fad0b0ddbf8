import { useState } from 'react';
import { useText } from '@/text';
import { transferPassengersText } from '@/text/transfer-passengers';
import { Button, Choice, Line, Rows, Sheet, Stepper, Words } from '@/ui';

/** Tenths of a degree; with gloves a tile is hit and a keyboard is not. */
const temperatures = [362, 366, 370, 372, 373, 378, 385, 390] as const;
const notMeasured = 'none';

type Boarded = {
  readonly identityChecked: boolean;
  readonly mask: boolean;
  readonly luggage: number;
  readonly temperatureTenths?: number;
};
type BoardProps = {
  readonly name: string;
  readonly onClose: () => void;
  readonly onBoard: (seen: Boarded) => void;
};

/** What is looked at when somebody boards (handbook 2.4); what is usual is chosen already. */
export function BoardSheet({ name, onClose, onBoard }: BoardProps) {
  const t = useText(transferPassengersText);
  const [identityChecked, setIdentity] = useState<'yes' | 'no'>('yes');
  const [mask, setMask] = useState<'yes' | 'no'>('yes');
  const [luggage, setLuggage] = useState(1);
  const [degrees, setDegrees] = useState<string>(notMeasured);
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }));
  const scale = [
    { value: notMeasured, label: t('not-measured') },
    ...temperatures.map((tenths) => ({ value: String(tenths), label: (tenths / 10).toFixed(1) })),
  ];
  const board = () =>
    onBoard({
      ...{ identityChecked: identityChecked === 'yes', mask: mask === 'yes', luggage },
      ...(degrees === notMeasured ? {} : { temperatureTenths: Number(degrees) }),
    });
  return (
    <Sheet title={t('board-title', { name })} open onClose={onClose}>
      <Rows gap={2}>
        <Choice label={t('temperature')} options={scale} value={degrees} onChange={setDegrees} />
        <Choice label={t('identity')} options={yesOrNo} value={identityChecked} onChange={setIdentity} />
        <Choice label={t('mask')} options={yesOrNo} value={mask} onChange={setMask} />
        <Line apart>
          <Words>{t('pieces')}</Words>
          <Stepper name={t('pieces')} value={luggage} max={30} onChange={setLuggage} />
        </Line>
        <Button look="main" icon="check" label={t('board-now')} onPress={board} />
      </Rows>
    </Sheet>
  );
}

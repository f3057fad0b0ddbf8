import { useState } from 'react';
import { useText } from '@/text';
import { transferStepsText } from '@/text/transfer-steps';
import { Button, Field, Line, Rows, Sheet, Stepper, Words } from '@/ui';

type Declared = { readonly words: string; readonly plate?: string; readonly expectedAt: string };
type AloneProps = { readonly onClose: () => void; readonly onSend: (declared: Declared) => void };

const hourMs = 3_600_000;

/** Who comes in the own car says by which road and by when; the township still says yes (handbook 2.4). */
export function AloneSheet({ onClose, onSend }: AloneProps) {
  const t = useText(transferStepsText);
  const [words, setWords] = useState('');
  const [plate, setPlate] = useState('');
  const [hours, setHours] = useState(4);
  const said = words.trim();
  const send = () =>
    onSend({
      ...{ words: said, expectedAt: new Date(Date.now() + hours * hourMs).toISOString() },
      ...(plate.trim() === '' ? {} : { plate: plate.trim() }),
    });
  return (
    <Sheet title={t('alone-title')} open onClose={onClose}>
      <Rows gap={2}>
        <Field label={t('alone-route')} value={words} maxLength={300} onChange={setWords} />
        <Field label={t('alone-plate')} value={plate} maxLength={10} onChange={setPlate} />
        <Line apart>
          <Words>{t('alone-hours')}</Words>
          <Stepper name={t('alone-hours')} value={hours} min={1} max={96} onChange={setHours} />
        </Line>
        {said.length > 1 && <Button look="main" label={t('alone-send')} onPress={send} />}
      </Rows>
    </Sheet>
  );
}

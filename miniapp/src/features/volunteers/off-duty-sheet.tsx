import { goOffDuty, type VolunteerMe } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { volunteerText } from '@/text/volunteer';
import { Button, Field, Rows, Sheet, Words } from '@/ui';

type OffDutySheetProps = {
  readonly me: VolunteerMe;
  readonly doing: Act;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** End of duty: says what is still held, and lets somebody who is ill hand all of it over. */
export function OffDutySheet({ me, doing, open, onClose }: OffDutySheetProps) {
  const t = useText(volunteerText);
  const [isSick, setSick] = useState(false);
  const [words, setWords] = useState('');
  const said = words.trim() === '' ? {} : { words: words.trim() };
  const held = me.openSeats > 0 ? t('off-open', { count: me.openSeats }) : t('off-plain');
  const leave = (sick: boolean) => {
    onClose();
    void doing.act(goOffDuty, sick ? { sick, ...said } : {});
  };
  return (
    <Sheet title={t('off-title')} open={open} onClose={onClose}>
      <Rows>
        <Words size={5}>{isSick ? t('off-sick-held') : held}</Words>
        {!isSick && <Button look="main" label={t('go-off')} onPress={() => leave(false)} />}
        {isSick ? (
          <>
            <Field label={t('off-sick-words')} value={words} onChange={setWords} tall maxLength={300} optional />
            <Words tone="quiet">{t('off-sick-who')}</Words>
            <Button look="main" icon="thermometer" label={t('off-sick-send')} onPress={() => leave(true)} />
          </>
        ) : (
          <Button icon="thermometer" label={t('off-sick')} onPress={() => setSick(true)} />
        )}
      </Rows>
    </Sheet>
  );
}

import { type FourClassPlace, setFourClass } from '@grid-relief/shared-types/areas/four-class.contract';
import { addDays, dayOf, startOfDay } from '@grid-relief/shared-types/primitives/instants';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { fourClassText } from '@/text/four-class';
import { Button, Choice, Rows, Sheet, Stepper } from '@/ui';

const modes = ['REGISTER', 'SUSPENDED', 'FREE'] as const;
type Mode = FourClassPlace['mode'];
/** Further ahead nobody plans. */
const mostDays = 60;

type Props = {
  readonly row: FourClassPlace;
  readonly doing: Act;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** How it is sold here, and from when: now, or from a midnight on. */
export function SetModeSheet({ row, doing, onClose, onDone }: Props) {
  const t = useText(fourClassText);
  const [mode, setMode] = useState<Mode>();
  const [days, setDays] = useState(0);
  const send = () => {
    if (mode === undefined) return;
    const now = new Date();
    const from = days === 0 ? now : startOfDay(addDays(dayOf(now), days));
    onClose();
    void doing.act(setFourClass, { mode, from: from.toISOString() }).then(onDone);
  };
  return (
    <Sheet title={t('set-title', { place: row.areaName })} open onClose={onClose}>
      <Rows>
        <Choice<Mode>
          label={t('how')}
          value={mode}
          onChange={setMode}
          options={modes.map((value) => ({ value, label: t(`m-${value}`), hint: t(`h-${value}`) }))}
        />
        <Choice
          label={t('when')}
          value={days === 0 ? 'now' : 'later'}
          onChange={(when) => setDays(when === 'now' ? 0 : 1)}
          options={[
            { value: 'now', label: t('now') },
            { value: 'later', label: t('later') },
          ]}
        />
        {days > 0 && (
          <Stepper
            name={t('in-days')}
            unit={t('days')}
            value={days}
            max={mostDays}
            onChange={(next) => setDays(Math.max(1, next))}
          />
        )}
        <Button
          look="main"
          icon="check"
          label={t('send')}
          disabledReason={mode === undefined ? t('choose') : undefined}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}

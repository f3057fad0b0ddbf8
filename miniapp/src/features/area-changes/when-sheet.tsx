import { addDays, addMinutes, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import { useState } from 'react';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Button, Choice, Rows, Sheet, useTimeWords, Words } from '@/ui';

const soonMinutes = 15;
const nightHour = 22;
const morningHour = 6;

/** The instants that are offered; one that is past, or nearly, is not. Pure. */
export function whensAt(now: Date): { readonly value: 'SOON' | 'NIGHT' | 'MORNING'; readonly at: Date }[] {
  const today = dayOf(now);
  const soon = addMinutes(now, soonMinutes);
  const night = shanghaiInstant(today, nightHour);
  const morning = shanghaiInstant(addDays(today, 1), morningHour);
  return [
    { value: 'SOON', at: soon },
    ...(night > soon ? [{ value: 'NIGHT' as const, at: night }] : []),
    { value: 'MORNING', at: morning },
  ];
}

type WhenProps = {
  readonly open: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onWhen: (at: Date) => void;
};

/** From when on it counts. */
export function WhenSheet({ open, isBusy, onClose, onWhen }: WhenProps) {
  const t = useText(areaChangesText);
  const time = useTimeWords();
  const [value, setValue] = useState<'SOON' | 'NIGHT' | 'MORNING'>('NIGHT');
  const whens = whensAt(new Date());
  const chosen = whens.find((one) => one.value === value) ?? whens[0];
  return (
    <Sheet title={t('when-title')} open={open} onClose={onClose}>
      <Rows>
        <Choice
          bare
          inOne
          label={t('when-ask')}
          value={chosen?.value}
          onChange={setValue}
          options={whens.map((one) => ({ value: one.value, label: t(`when-${one.value}`), hint: time(one.at) }))}
        />
        <Words tone="quiet">{t('when-hint')}</Words>
        {chosen && <Button look="main" label={t('when-go')} busy={isBusy} onPress={() => onWhen(chosen.at)} />}
      </Rows>
    </Sheet>
  );
}

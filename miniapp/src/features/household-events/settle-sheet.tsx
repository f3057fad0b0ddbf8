import { welfareTaskActions } from '@grid-relief/shared-types/household-events/welfare-task.contract';
import {
  WelfareGood as Goods,
  type Settlement,
  type WelfareGood,
  WelfarePlace,
} from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { welfareText } from '@/text/welfare';
import { Button, Chip, Choice, Field, Line, Rows, Sheet, Words } from '@/ui';

type SheetProps = { readonly doing: Act; readonly onClose: () => void };
const three = ['school', 'medicine', 'food'] as const;

interface Typed {
  readonly where: Settlement['where'] | undefined;
  readonly along: 'yes' | 'no' | undefined;
  readonly place: string;
  readonly school: string;
  readonly medicine: string;
  readonly food: string;
  readonly bring: readonly WelfareGood[];
}
const nothing: Typed = {
  ...{ where: undefined, along: undefined, place: '', school: '', medicine: '', food: '', bring: [] },
};

/** Where they are, with whom, and school, medicine and food in one go; food and medicine can be sent for at once. */
export function SettleSheet({ doing, onClose }: SheetProps) {
  const t = useText(welfareText);
  const [typed, setTyped] = useState(nothing);
  const put = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const { where, along, bring } = typed;
  const missing = missingOf(typed);
  const settlement = settlementOf(typed);
  return (
    <Sheet title={t('settle')} open onClose={onClose}>
      <Rows>
        <Choice
          label={t('where')}
          value={where}
          onChange={(chosen) => put({ where: chosen })}
          options={WelfarePlace.options.map((value) => ({ value, label: t(`in-${value}`) }))}
        />
        {where !== undefined && where !== 'AT_HOME' && (
          <Field
            label={t(where === 'OTHER_SITE' ? 'place-why' : 'place')}
            optional={where !== 'OTHER_SITE'}
            maxLength={120}
            value={typed.place}
            onChange={(place) => put({ place })}
          />
        )}
        <Choice
          label={t('along')}
          value={along}
          onChange={(chosen) => put({ along: chosen })}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`along-${value}`) }))}
        />
        {three.map((which) => (
          <Field
            key={which}
            label={t(which)}
            maxLength={120}
            value={typed[which]}
            onChange={(words) => put({ [which]: words })}
          />
        ))}
        {where === 'AT_HOME' && (
          <>
            <Words>{t('bring')}</Words>
            <Line>
              {Goods.options.map((good) => (
                <Chip
                  key={good}
                  label={t(`bring-${good}`)}
                  chosen={bring.includes(good)}
                  onPress={() =>
                    put({ bring: bring.includes(good) ? bring.filter((one) => one !== good) : [...bring, good] })
                  }
                />
              ))}
            </Line>
          </>
        )}
        <Button
          look="main"
          icon="check"
          label={t('save-settle')}
          disabledReason={missing === undefined ? undefined : t(missing)}
          onPress={() => {
            if (!settlement) return;
            onClose();
            void doing.act(welfareTaskActions.settle, { settlement });
          }}
        />
      </Rows>
    </Sheet>
  );
}

/** What is still missing, in the order of the questions. Pure. */
function missingOf(typed: Typed) {
  if (typed.where === undefined) return 'w-where';
  if (typed.where === 'OTHER_SITE' && typed.place.trim() === '') return 'w-place';
  if (typed.along === undefined) return 'w-along';
  return three.some((which) => typed[which].trim() === '') ? 'w-words' : undefined;
}

/** As it is sent. Pure. */
function settlementOf({ where, along, place, school, medicine, food, bring }: Typed): Settlement | undefined {
  if (where === undefined || along === undefined) return undefined;
  const said = place.trim();
  return {
    ...{ where, guardianAlong: along === 'yes', school: school.trim(), medicine: medicine.trim(), food: food.trim() },
    ...(where !== 'AT_HOME' && said !== '' ? { place: said } : {}),
    ...(where === 'AT_HOME' && bring.length > 0 ? { bring: [...bring] } : {}),
  };
}

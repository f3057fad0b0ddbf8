import { useText } from '@/text';
import { sitesText } from '@/text/sites';
import { Field, Line, Rows, Stepper, Words } from '@/ui';
import { roomRange } from './room-range';

export type Range = { readonly first: string; readonly count: number };
type RangeProps = { readonly value: Range; readonly onChange: (range: Range) => void };

/** So many rooms from one number on: nobody types fifty doors. */
export function RangeField({ value, onChange }: RangeProps) {
  const t = useText(sitesText);
  const { first, count } = value;
  const rooms = roomRange(first, count);
  const [from] = rooms;
  return (
    <Rows gap={2}>
      <Field
        label={t('first-room')}
        maxLength={8}
        value={first}
        onChange={(next) => onChange({ first: next, count })}
      />
      <Line apart>
        <Words>{t('how-many')}</Words>
        <Stepper name={t('how-many')} value={count} max={99} onChange={(next) => onChange({ first, count: next })} />
      </Line>
      <Words tone="quiet">
        {from === undefined ? t('rooms-none') : t('rooms-are', { from, to: rooms.at(-1) ?? from })}
      </Words>
    </Rows>
  );
}

import type {
  MergeField,
  MergeSide,
  PersonMergeView,
} from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { Button, Card, Heading, Line, Rows, StatusChip, Words } from '@/ui';

type Choosing = {
  readonly keep: MergeSide;
  readonly picks: readonly MergeField[];
  readonly toggle: (field: MergeField) => void;
};
type FieldsProps = { readonly of: PersonMergeView; readonly choosing?: Choosing };

/** What is known of both, side by side and masked; where they differ, whose counts. Nothing is written over. */
export function FieldsCard({ of: { fields }, choosing }: FieldsProps) {
  const t = useText(mergesText);
  if (fields.length === 0) return null;
  return (
    <Card>
      <Rows gap={2}>
        <Heading size={5}>{t('compare-title')}</Heading>
        {fields.map(({ field, first, second, differs, kept }) => (
          <Rows key={field} gap={1}>
            <Line apart>
              <Words strong>{t(`f-${field}`)}</Words>
              <StatusChip
                icon={differs ? 'warning' : 'check'}
                tone={differs ? 'amber' : 'quiet'}
                label={t(differs ? 'differs' : 'same')}
              />
            </Line>
            <Words block>{`${t('FIRST')} ${first ?? t('nothing')} · ${t('SECOND')} ${second ?? t('nothing')}`}</Words>
            {differs && <Kept field={field} kept={kept} choosing={choosing} />}
          </Rows>
        ))}
      </Rows>
    </Card>
  );
}

type KeptProps = { readonly field: MergeField; readonly kept: MergeSide; readonly choosing: Choosing | undefined };

/** Whose counts; while it is being decided, one tap takes the other's. */
function Kept({ field, kept, choosing }: KeptProps) {
  const t = useText(mergesText);
  const side = choosing ? (choosing.picks.includes(field) ? otherOf(choosing.keep) : choosing.keep) : kept;
  return (
    <Line apart>
      <Words>{t('kept', { side: t(side) })}</Words>
      {choosing && (
        <Button
          look="link"
          icon="swap"
          label={t('take-other', { side: t(otherOf(side)) })}
          onPress={() => choosing.toggle(field)}
        />
      )}
    </Line>
  );
}

const otherOf = (side: MergeSide): MergeSide => (side === 'FIRST' ? 'SECOND' : 'FIRST');

import type { AreaView } from '@grid-relief/shared-types/areas/area.schema';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Button, Field, ListRow, Rows, Words } from '@/ui';
import type { Draft, NewPart } from './draft-areas';

const nameAtMost = 40;
const codeAtMost = 3;
const partsAtMost = 6;

type NewProps = {
  readonly draft: Draft;
  readonly parts: readonly AreaView[];
  /** The number that a further part would get. */
  readonly nextCode: string;
  readonly onChange: (change: Partial<Draft>) => void;
};

/** What the new areas are called and numbered, and of a split what goes into which. */
export function NewAreas({ draft, parts, nextCode, onChange }: NewProps) {
  const t = useText(areaChangesText);
  const { into, kind } = draft;
  const isSplit = kind === 'SPLIT';
  const put = (nth: number, change: Partial<NewPart>) =>
    onChange({ into: into.map((one) => (one.nth === nth ? { ...one, ...change } : one)) });
  return (
    <Rows>
      {into.map(({ name, code, nth }) => (
        <Rows key={nth}>
          <Field
            label={isSplit ? t('part-name', { n: nth + 1 }) : t('into-name')}
            value={name}
            maxLength={nameAtMost}
            onChange={(value) => put(nth, { name: value })}
          />
          <Field
            label={isSplit ? t('part-code', { n: nth + 1 }) : t('into-code')}
            hint={t('code-hint')}
            kind="number"
            value={code}
            maxLength={codeAtMost}
            onChange={(value) => put(nth, { code: value })}
          />
        </Rows>
      ))}
      {isSplit && into.length < partsAtMost && (
        <Button
          look="link"
          icon="plus"
          label={t('part-more')}
          onPress={() => onChange({ into: [...into, { nth: into.length, name: '', code: nextCode }] })}
        />
      )}
      {isSplit && <Parts draft={draft} parts={parts} onChange={onChange} />}
    </Rows>
  );
}

function Parts({ draft, parts, onChange }: Pick<NewProps, 'draft' | 'parts' | 'onChange'>) {
  const t = useText(areaChangesText);
  const { into, partOf } = draft;
  const nameOf = (nth: number) => into[nth]?.name.trim() || t('nth', { n: nth + 1 });
  return (
    <>
      <Words tone="quiet">{t('part-hint')}</Words>
      {parts.map(({ id, name }, i) => {
        const nth = partOf[id] ?? 0;
        return (
          <ListRow
            key={id}
            title={name}
            note={t('part-of', { name: nameOf(nth) })}
            last={i === parts.length - 1}
            onPress={() => onChange({ partOf: { ...partOf, [id]: (nth + 1) % into.length } })}
          />
        );
      })}
    </>
  );
}

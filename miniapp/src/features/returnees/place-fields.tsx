import { useText } from '@/text';
import { reportText } from '@/text/returnee-report';
import { Field } from '@/ui';
import { type PlaceLevel, placeLevels } from './place';

type PlaceProps = {
  /** One for each level, the widest first; not written yet: empty. */
  readonly parts: readonly string[];
  readonly onChange: (parts: string[]) => void;
  /** What is wrong with a part, and whether it is where to begin. */
  readonly wrongAt?: (level: PlaceLevel) => { readonly error: string | undefined; readonly takesFocus: boolean };
};

/** A place, from the province down to the street, as far as it is known. */
export function PlaceFields({ parts, onChange, wrongAt }: PlaceProps) {
  const t = useText(reportText);
  return (
    <>
      {placeLevels.map((level, depth) => (
        <Field
          key={level}
          label={t(level)}
          value={parts[depth] ?? ''}
          maxLength={30}
          optional={depth > 0}
          onChange={(words) => onChange(placeLevels.map((_, i) => (i === depth ? words : (parts[i] ?? ''))))}
          {...wrongAt?.(level)}
        />
      ))}
    </>
  );
}

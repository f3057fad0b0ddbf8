import { useState } from 'react';
import { useText } from '@/text';
import { gridOrdersText } from '@/text/grid-orders';
import { Button, Chip, Field, ListRow, Rows, Stepper } from '@/ui';
import { useGoodsName } from '../goods-name';
import { isLikelyFour, type Line, linesFromWords } from './goods-words';

type LinesEditorProps = {
  readonly lines: readonly Line[];
  readonly onChange: (lines: Line[]) => void;
  /** Medicine: each may be of the four classes that are sold under registration (handbook 4.8). */
  readonly marksFour?: boolean;
};

const withGuess = (line: Line): Line => (isLikelyFour(line.name) ? { ...line, controlledFour: true } : line);
const turned = (line: Line): Line => ({ ...line, controlledFour: line.controlledFour !== true });

/** Goods by words with plus and minus; down to none takes the line away. */
export function LinesEditor({ lines, onChange, marksFour = false }: LinesEditorProps) {
  const t = useText(gridOrdersText);
  const goods = useGoodsName();
  const [words, setWords] = useState('');
  const [isAdding, setAdding] = useState(false);
  const count = (line: Line, quantity: number) =>
    onChange(lines.flatMap((each) => (each !== line ? [each] : quantity === 0 ? [] : [{ ...each, quantity }])));
  const put = () => {
    onChange([...lines, ...linesFromWords(words).map((line) => (marksFour ? withGuess(line) : line))]);
    setWords('');
    setAdding(false);
  };
  return (
    <Rows gap={2}>
      {lines.map((line) => (
        <ListRow
          key={line.line}
          title={line.name}
          note={goods.unit(line.unit, line.quantity)}
          {...(marksFour && {
            foot: (
              <Chip
                label={t('line-four')}
                chosen={line.controlledFour === true}
                onPress={() => onChange(lines.map((each) => (each === line ? turned(line) : each)))}
              />
            ),
          })}
          end={
            <Stepper
              name={line.name}
              unit={goods.unit(line.unit, line.quantity)}
              value={line.quantity}
              max={50}
              onChange={(quantity) => count(line, quantity)}
            />
          }
        />
      ))}
      {lines.length > 0 && !isAdding ? (
        <Button look="link" icon="plus" label={t('line-add')} onPress={() => setAdding(true)} />
      ) : (
        <Field
          label={t('line-name')}
          placeholder={t('line-hint')}
          value={words}
          onChange={setWords}
          maxLength={120}
          onConfirm={put}
        />
      )}
      {words.trim() !== '' && <Button icon="plus" label={t('line-put')} onPress={put} />}
    </Rows>
  );
}

import { useProblemWords } from '@/api';
import { useText } from '@/text';
import { gridOrdersText } from '@/text/grid-orders';
import { Button, Card, type IconName, Line as Side, StatusChip, type Tone, useMarks, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import type { Line } from './goods-words';
import type { SubmitState, Submitted, useSubmits } from './use-submits';

const looks: Readonly<Record<SubmitState, { readonly icon: IconName; readonly tone: Tone }>> = {
  waiting: { icon: 'clock', tone: 'amber' },
  sending: { icon: 'up', tone: 'info' },
  sent: { icon: 'check', tone: 'leaf' },
  refused: { icon: 'cross', tone: 'danger' },
  adding: { icon: 'up', tone: 'info' },
  added: { icon: 'check', tone: 'leaf' },
};

type SubmitResultProps = {
  readonly id: string;
  /** Whose: the door, never a name. */
  readonly title: string;
  readonly lines: readonly Line[];
  readonly submits: ReturnType<typeof useSubmits>;
  readonly onDrop: () => void;
};

/** What became of one order; a second one for the same household may be added to the open one. */
export function SubmitResult({ id, title, lines, submits, onDrop }: SubmitResultProps) {
  const marks = useMarks();
  const goods = useGoodsName();
  const t = useText(gridOrdersText);
  const result = submits.resultOf(id);
  return (
    <Card tone={looks[result.state].tone}>
      <Side apart>
        <Words size={5} strong>
          {title}
        </Words>
        <StatusChip {...looks[result.state]} label={t(`sub-${result.state}`)} />
      </Side>
      <Words tone="quiet">
        {marks.list(lines.map(({ name, quantity, unit }) => `${name} ${quantity} ${goods.unit(unit, quantity)}`))}
      </Words>
      {result.state === 'refused' && (
        <Refused id={id} result={result} lines={lines} submits={submits} onDrop={onDrop} />
      )}
    </Card>
  );
}

type RefusedProps = Omit<SubmitResultProps, 'title'> & { readonly result: Submitted };

function Refused({ id, result: { problem }, lines, submits, onDrop }: RefusedProps) {
  const t = useText(gridOrdersText);
  const problemWords = useProblemWords();
  const open = problem?.type === 'already-open' ? problem.open : undefined;
  const drop = () => {
    submits.drop(id);
    onDrop();
  };
  return (
    <>
      <Words>{open !== undefined ? t('sub-open') : problem ? problemWords(problem) : t('sub-refused')}</Words>
      <Side>
        {open !== undefined && lines.length > 0 ? (
          <Button icon="plus" label={t('sub-add')} onPress={() => void submits.addToOpen(id, open, lines)} />
        ) : (
          <Button icon="refresh" label={t('sub-retry')} onPress={() => submits.retry(id)} />
        )}
        <Button look="link" label={t('sub-drop')} onPress={drop} />
      </Side>
    </>
  );
}

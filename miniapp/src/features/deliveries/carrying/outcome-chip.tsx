import type { LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { StatusChip } from '@/ui';
import { useGoodsName } from '../goods-name';

type OutcomeChipProps = {
  readonly line: LineView;
  /** Until when the household may answer about it. */
  readonly answerBy?: string | undefined;
  /** The bag it is for, where one list serves several doors. */
  readonly code?: string;
};

/** What became of a line that was looked at. */
export function OutcomeChip({ line, answerBy = '', code }: OutcomeChipProps) {
  const goods = useGoodsName();
  const t = useText(carryingText);
  const label = (words: string) => (code === undefined ? words : `${code} ${words}`);
  if (line.outcome === 'FOUND') {
    const count = line.boughtQuantity ?? line.quantity;
    const values = { count, unit: goods.unit(line.unit, count) };
    return <StatusChip icon="check" tone="leaf" label={label(t('out-FOUND', values))} />;
  }
  if (line.outcome === 'REPLACED') {
    const words = t('out-REPLACED', { name: line.replacement ? goods.plain(line.replacement) : '' });
    return <StatusChip icon="swap" tone="leaf" label={label(words)} />;
  }
  if (line.outcome === 'LEFT_OUT') return <StatusChip icon="cross" label={label(t('out-LEFT_OUT'))} />;
  const asked = answerBy === '' ? t('state-SUBSTITUTION_PENDING') : t('out-ASKED', { time: answerBy });
  return <StatusChip icon="egg-question" tone="amber" label={label(asked)} />;
}

import type { LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, formatFen, Line, Money, Picture, pictureFor, StatusChip, View, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import { isBought, priceOf } from './basket';
import { OutcomeChip } from './outcome-chip';
import { UnsentTick } from './unsent-tick';

type PickingLineProps = {
  readonly delivery: string;
  readonly line: LineView;
  /** Until when the household may answer about it. */
  readonly answerBy: string | undefined;
  readonly onFound: () => void;
  readonly onSoldOut: () => void;
};

/** One thing on the list: picture, how many, and two buttons; afterwards what became of it. */
export function PickingLine({ delivery, line, answerBy, onFound, onSoldOut }: PickingLineProps) {
  const t = useText(carryingText);
  const isOpen = line.outcome === 'OPEN';
  const goods = useGoodsName();
  return (
    <View className="carry-pick">
      <View className="carry-item">
        <Picture name={pictureFor(line.picture ?? '')} />
        <View className="carry-item-words">
          <Words size={5} strong struck={line.outcome === 'LEFT_OUT'}>
            {goods.shelf(line)}
          </Words>
          <Line>
            <Words size={4} strong>{`${line.quantity} ${goods.unit(line.unit, line.quantity)}`}</Words>
            {isOpen && <Money fen={line.estimateFen} tone="quiet" />}
            {isBought(line) && <Money fen={priceOf(line)} />}
            {line.cold && <StatusChip icon="thermometer" tone="info" label={t('cold')} />}
          </Line>
          <RuleWords line={line} />
        </View>
      </View>
      {isOpen ? (
        <View className="carry-two">
          <Button icon="check" label={t('found')} onPress={onFound} />
          <Button icon="cross" label={t('sold-out')} onPress={onSoldOut} />
        </View>
      ) : (
        <Line apart>
          <Line>
            <OutcomeChip line={line} answerBy={answerBy} />
            <UnsentTick ticks={[{ delivery, line: line.line }]} />
          </Line>
          {line.outcome !== 'ASKED' && <Button look="link" label={t('change')} onPress={onSoldOut} />}
        </Line>
      )}
    </View>
  );
}

function RuleWords({ line: { substitution, priceLimitFen, outcome } }: { readonly line: LineView }) {
  const t = useText(carryingText);
  if (outcome !== 'OPEN') return null;
  const { rule } = substitution;
  const words = rule === 'SIMILAR' ? t('rule-SIMILAR', { percent: substitution.maxExtraPercent }) : t(`rule-${rule}`);
  const limit = priceLimitFen === undefined ? '' : ` · ${t('limit-of-price', { money: formatFen(priceLimitFen) })}`;
  return <Words tone={rule === 'NEVER' ? 'amber' : 'quiet'}>{`${words}${limit}`}</Words>;
}

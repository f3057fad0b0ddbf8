import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { deliveryText, kindWords, stateWords } from '@/text/delivery-words';
import { orderStatusText } from '@/text/order-status';
import { Card, FiveSteps, Line, Rows, StatusChip, useMarks, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import { mayHaveTurn } from '../pickup-slot/fetched';
import { TurnLine } from '../pickup-slot/turn-line';
import { turnState } from '../pickup-slot/turn-state';
import { useSlotOf } from '../pickup-slot/use-slots';
import { hasSteps, isInCare, lookOf, stateRead, stepOf } from './delivery-look';
import { useStepNames, useWhatNext } from './what-next';

/** One request under way: where it stands, what comes next, and by when. */
export function UnderWayCard({ row }: { readonly row: DeliveryRow }) {
  const goods = useGoodsName();
  const marks = useMarks();
  const t = useText(orderStatusText);
  const d = useText(deliveryText);
  const { sentence } = useWhatNext();
  const names = useStepNames(row);
  const { slot } = useSlotOf(row.id, mayHaveTurn(row) && !isInCare(row));
  const state = stateRead(row, turnState(row.state, slot) ?? (row.keptBack ? 'KEPT_BACK' : row.state));
  return (
    <Card tone={lookOf(state).tone} onPress={() => void openPage('/pages/delivery/index', { id: row.id })}>
      <Rows gap={2}>
        <Line apart>
          <StatusChip {...lookOf(state)} label={stateWords(d, state)} />
          <Words tone="quiet">{t('code', { code: row.code })}</Words>
        </Line>
        <Words size={4} strong block>
          {sentence(row, state)}
        </Words>
        {slot && <TurnLine slot={slot} />}
        <Words tone="quiet">{marks.said(kindWords(d, row.kind), goods.rows(row))}</Words>
        {hasSteps(row.state) && <FiveSteps names={names} current={stepOf(row)} />}
      </Rows>
    </Card>
  );
}

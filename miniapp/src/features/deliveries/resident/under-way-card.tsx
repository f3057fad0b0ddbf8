import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { deliveryText, kindWords, nextWords, stateWords } from '@/text/delivery-words';
import { residentText } from '@/text/resident';
import { Card, FiveSteps, Line, Rows, StatusChip, Words } from '@/ui';
import { useByWords } from './by-words';
import { lookOf, stepOf } from './delivery-look';

/** One request under way: where it stands, what comes next, and by when. */
export function UnderWayCard({ row }: { readonly row: DeliveryRow }) {
  const t = useText(residentText);
  const d = useText(deliveryText);
  const state = stateWords(d, row.state);
  const by = useByWords().joined(row.next);
  const names = [d('five-0'), d('five-1'), d('five-2'), d('five-3'), d('five-4')];
  return (
    <Card tone={lookOf(row.state).tone} onPress={() => void openPage('/pages/delivery/index', { id: row.id })}>
      <Rows gap={2}>
        <Line apart>
          <StatusChip {...lookOf(row.state)} label={state} />
          <Words tone="quiet">{t('code', { code: row.code })}</Words>
        </Line>
        <Words size={4} strong block>
          {`${nextWords(d, row.state)}${by}`}
        </Words>
        <Words tone="quiet">{`${kindWords(d, row.kind)}：${row.summary}`}</Words>
        <FiveSteps names={names} current={stepOf(row.state)} />
      </Rows>
    </Card>
  );
}

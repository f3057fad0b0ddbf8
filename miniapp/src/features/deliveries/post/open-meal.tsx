import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { confirm, finishErrand } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { SendingNote, useAct } from '@/api';
import { openPage } from '@/platform';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { deliveryText, stateWords } from '@/text/delivery-words';
import { postMealText } from '@/text/post-meal';
import { Button, Line, Rows, StatusChip, useSoonWords, Words } from '@/ui';
import { CallCarrier } from '../call-carrier';
import { lookOf } from '../resident/delivery-look';
import { useWhatNext } from '../resident/what-next';

/** The meal or errand of a shift on its way: where it stands, and the one press when it is there. */
export function OpenMeal({ row }: { readonly row: DeliveryRow }) {
  const t = useText(postMealText);
  const d = useText(deliveryText);
  const act = useAct(row.id);
  const { sentence } = useWhatNext();
  const isOnItsWay = useOnItsWay(act, row.revision);
  return (
    <Rows gap={2}>
      <Line apart>
        <StatusChip {...lookOf(row.state)} label={stateWords(d, row.state)} />
        {row.flags.includes('POST_UNFED') && <StatusChip icon="warning" tone="danger" label={t('unfed')} />}
      </Line>
      {row.kind === 'ERRAND' && (
        <Words size={4} strong block>
          {t('errand-row')}
        </Words>
      )}
      <HeadsBy row={row} />
      <Words block>{sentence(row, row.state)}</Words>
      {row.carrier && <Words tone="quiet">{row.carrier.label}</Words>}
      <SendingNote of={act} />
      {row.actions.includes('confirm') && !isOnItsWay(confirm) && (
        <Button look="main" icon="check" label={t('arrived')} onPress={() => void act.act(confirm, {})} />
      )}
      {row.actions.includes('finishErrand') && !isOnItsWay(finishErrand) && (
        <Button look="main" icon="check" label={t('errand-done')} onPress={() => void act.act(finishErrand, {})} />
      )}
      {row.mayCallCarrier && <CallCarrier delivery={row.id} label={t('call')} />}
      <Button look="link" label={t('details')} onPress={() => void openPage('/pages/delivery/index', { id: row.id })} />
    </Rows>
  );
}

function HeadsBy({ row: { headCount, wantedBy } }: { readonly row: DeliveryRow }) {
  const t = useText(postMealText);
  const timeWords = useSoonWords();
  if (headCount === undefined) return null;
  const words =
    wantedBy === undefined
      ? t('heads', { count: headCount })
      : t('heads-by', { count: headCount, time: timeWords(new Date(wantedBy)) });
  return (
    <Words size={4} strong block>
      {words}
    </Words>
  );
}

import { submitDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { addLines } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { enqueue, newId, useActingFor } from '@/api';
import { keptFile, replacePage, toast } from '@/platform';
import { useText } from '@/text';
import { orderText } from '@/text/order';
import { termsText } from '@/text/request-terms';
import {
  BottomBar,
  Button,
  Card,
  Choice,
  formatFen,
  Icon,
  Line,
  ListRow,
  Money,
  NetworkBanner,
  Page,
  Rows,
  Sheet,
  useMarks,
  Words,
} from '@/ui';
import { useGoodsName } from '../../goods-name';
import { estimateOf, type Item, linesOf, orderDrafts, type Rule, requestOf, rulesFor } from './order-draft';
import { Refused, Said } from './review-parts';
import type { StepProps } from './step-props';

/** Sends the order, or the lines to the open one; the record it belongs to is where the person goes next. */
async function submit({ draft }: StepProps): Promise<{ kept: boolean; record: string }> {
  const { into } = draft;
  if (into !== undefined) {
    const body = { opId: newId(), occurredAt: new Date().toISOString(), lines: linesOf(draft) };
    const added = await enqueue(addLines, { params: { id: into }, body }, into);
    orderDrafts.drop(draft);
    return { ...added, record: into };
  }
  const voice = draft.voiceNote === undefined ? undefined : await keptFile(draft.voiceNote);
  const files = voice && draft.voiceNote ? [{ id: draft.voiceNote, file: voice, purpose: 'VOICE_NOTE' as const }] : [];
  const send = () => enqueue(submitDelivery, { body: requestOf(draft) }, draft.id, files);
  const answer = await orderDrafts.handIn(draft, send);
  return { ...answer, record: draft.id };
}

/** The whole order once more; pressing a line changes what happens if it is sold out. */
export function ReviewStep({ draft, change }: StepProps) {
  const goods = useGoodsName();
  const marks = useMarks();
  const t = useText(orderText);
  const d = useText(termsText);
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Item>();
  const send = async () => {
    setBusy(true);
    const { kept, record } = await submit({ draft, change });
    if (!kept) toast(t('notKept'));
    await replacePage('/pages/delivery/index', { id: record });
  };
  const setRule = (rule: Rule) => {
    change({ items: draft.items.map((each) => (each === asked ? { ...each, rule } : each)) });
    setAsked(undefined);
  };
  const isAdding = draft.into !== undefined;
  const total = estimateOf(draft.items);
  const main = (
    <Button
      look="main"
      icon="check"
      label={t(isAdding ? 'reviewAdd' : 'submit')}
      busy={isBusy}
      onPress={() => void send()}
    />
  );
  const back = (
    <Button
      look="link"
      label={t('back')}
      onPress={() => change({ step: draft.kind === 'ERRAND' ? 'wishes' : 'goods' })}
    />
  );
  const note = (
    <>
      {total > 0 && <Words strong>{t('basket', { count: draft.items.length, price: formatFen(total) })}</Words>}
      {back}
    </>
  );
  return (
    <Page title={t('review')} banner={<NetworkBanner />} bottom={<BottomBar main={main} note={note} />}>
      <Rows>
        <Refused draft={draft} />
        {isAdding && <Words size={5}>{t('addTo')}</Words>}
        {!isAdding && <Whither />}
        {draft.items.length > 0 && (
          <Card>
            {draft.items.map((item, index) => (
              <ListRow
                key={item.sku ?? item.name}
                title={`${goods.plain(item)} ×\u00a0${item.quantity}`}
                note={marks.said(t('soldOut'), d(`r-${item.rule ?? draft.rule}`))}
                end={<Money fen={item.priceFen * item.quantity} />}
                onPress={() => setAsked(item)}
                last={index === draft.items.length - 1}
              />
            ))}
          </Card>
        )}
        {!isAdding && <Said draft={draft} change={change} />}
        <Words tone="quiet">{t('kept')}</Words>
      </Rows>
      <Sheet
        title={asked ? t('lineRule', { name: goods.plain(asked) }) : ''}
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
      >
        <Choice<Rule>
          label={t('soldOut')}
          bare
          inOne
          value={asked?.rule ?? draft.rule}
          onChange={setRule}
          options={rulesFor(draft.kind).map((value) => ({ value, label: d(`r-${value}`) }))}
        />
      </Sheet>
    </Page>
  );
}

/** Whose door it goes to. */
function Whither() {
  const t = useText(orderText);
  const acting = useActingFor();
  if (acting === undefined) return null;
  return (
    <Line>
      <Icon name="home" />
      <Words size={4}>{t('reviewFor', { label: acting.label })}</Words>
    </Line>
  );
}

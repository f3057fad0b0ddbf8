import { submitDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { addLines } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { enqueue, newId, useActingFor } from '@/api';
import { keptFile, replacePage, toast } from '@/platform';
import { useText } from '@/text';
import { deliveryText } from '@/text/delivery-words';
import { residentText } from '@/text/resident';
import {
  BottomBar,
  Button,
  Card,
  Choice,
  formatFen,
  ListRow,
  Money,
  NetworkBanner,
  Page,
  Rows,
  Sheet,
  Words,
} from '@/ui';
import { dropDraft, estimateOf, handIn, type Item, linesOf, type Rule, requestOf } from './order-draft';
import { Refused, Said } from './review-parts';
import type { StepProps } from './step-props';

const rules = ['SIMILAR', 'ASK', 'NONE', 'NEVER'] as const;

/** Sends the order, or the lines to the open one; the record it belongs to is where the person goes next. */
async function submit({ draft }: StepProps): Promise<{ kept: boolean; record: string }> {
  const { into } = draft;
  if (into !== undefined) {
    const body = { opId: newId(), occurredAt: new Date().toISOString(), lines: linesOf(draft) };
    const added = await enqueue(addLines, { params: { id: into }, body }, into);
    dropDraft(draft);
    return { ...added, record: into };
  }
  const voice = draft.voiceNote === undefined ? undefined : await keptFile(draft.voiceNote);
  const files = voice && draft.voiceNote ? [{ id: draft.voiceNote, file: voice, purpose: 'VOICE_NOTE' as const }] : [];
  const answer = await enqueue(submitDelivery, { body: requestOf(draft) }, draft.id, files);
  handIn(draft);
  return { ...answer, record: draft.id };
}

/** The whole order once more; pressing a line changes what happens if it is sold out. */
export function ReviewStep({ draft, change }: StepProps) {
  const t = useText(residentText);
  const d = useText(deliveryText);
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Item>();
  const acting = useActingFor();
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
  const quiet = (
    <Button
      look="link"
      label={t('back')}
      onPress={() => change({ step: draft.kind === 'ERRAND' ? 'wishes' : 'goods' })}
    />
  );
  const note = total > 0 && <Words strong>{t('basket', { count: draft.items.length, price: formatFen(total) })}</Words>;
  return (
    <Page title={t('review')} banner={<NetworkBanner />} bottom={<BottomBar main={main} quiet={quiet} note={note} />}>
      <Rows>
        <Refused draft={draft} />
        {isAdding && <Words size={5}>{t('addTo')}</Words>}
        {acting && !isAdding && <Words size={5}>{t('reviewFor', { label: acting.label })}</Words>}
        {draft.items.length > 0 && (
          <Card>
            {draft.items.map((item, index) => (
              <ListRow
                key={item.sku ?? item.name}
                title={`${item.name} ×\u00a0${item.quantity}`}
                note={`${t('soldOut')}：${d(`r-${item.rule ?? draft.rule}`)}`}
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
        title={asked ? t('lineRule', { name: asked.name }) : ''}
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
      >
        <Choice<Rule>
          label={t('soldOut')}
          inOne
          value={asked?.rule ?? draft.rule}
          onChange={setRule}
          options={rules.map((value) => ({ value, label: d(`r-${value}`) }))}
        />
      </Sheet>
    </Page>
  );
}

import { LineDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { addLines } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import * as z from '@grid-relief/shared-types/zod';
import { type Act, enqueue, newId, SendingNote } from '@/api';
import { replacePage, toast } from '@/platform';
import { useText } from '@/text';
import { orderStatusText } from '@/text/order-status';
import { Button, Card, EmptyState, Rows, Words } from '@/ui';
import { reopen } from '../order/order-draft';

const Handed = z.object({ id: z.string(), lines: z.array(LineDraft) });

/** An order that is on this phone only: on its way, or refused with a way on. */
export function NotYetThere({ act }: { readonly act: Act }) {
  const t = useText(orderStatusText);
  const { refused } = act;
  const again = async () => {
    const id = refused?.command.record ?? '';
    const kind = reopen(id, [...(refused?.problem.errors ?? [])]) ?? 'GROCERY';
    act.discard();
    await replacePage('/pages/order/index', { kind });
  };
  if (refused?.problem.type === 'already-open' && refused.problem.open) {
    return <AlreadyOpen act={act} open={refused.problem.open} />;
  }
  return (
    <Rows>
      <EmptyState picture="parcel" title={t('sendingTitle')} hint={t('sendingNote')} />
      <SendingNote of={act} />
      {refused && <Button icon="edit" label={t('correct')} onPress={() => void again()} />}
    </Rows>
  );
}

function AlreadyOpen({ act, open }: { readonly act: Act; readonly open: string }) {
  const t = useText(orderStatusText);
  const lines = z.safeParse(z.object({ body: Handed }), act.refused?.command).data?.body.lines ?? [];
  const show = () => replacePage('/pages/delivery/index', { id: open });
  const add = async () => {
    const body = { opId: newId(), occurredAt: new Date().toISOString(), lines, reason: undefined, revision: undefined };
    await enqueue(addLines, { params: { id: open }, body }, open);
    act.discard();
    toast(t('added'));
    await show();
  };
  return (
    <Card tone="amber">
      <Rows>
        <Words size={4} strong>
          {t('alreadyOpen')}
        </Words>
        {lines.map((line) => (
          <Words key={line.line} block>{`${line.name} ×\u00a0${line.quantity}`}</Words>
        ))}
        {lines.length > 0 && <Button look="main" icon="plus" label={t('addToOpen')} onPress={() => void add()} />}
        <Button label={t('seeOpen')} onPress={() => void show()} />
      </Rows>
    </Card>
  );
}

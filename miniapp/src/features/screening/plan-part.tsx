import { addDays, dayOf } from '@grid-relief/shared-types/primitives/instants';
import { planScreening } from '@grid-relief/shared-types/screening/screening.contract';
import { useState } from 'react';
import { enqueue, newId, SendingNote, useAct, useMe } from '@/api';
import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { Button, Card, Heading, Rows, Stepper, Words } from '@/ui';

const usualDays = 14;
const mostDays = 28;

/** A screening of one's own township, from now on; publishing it is a step of its own. */
export function PlanPart({ onPlanned }: { readonly onPlanned: () => void }) {
  const t = useText(screeningText);
  const [days, setDays] = useState(usualDays);
  const [id, setId] = useState(newId);
  const doing = useAct(id);
  const township = useMe()?.grants.find(({ role }) => role === 'TOWNSHIP_DISPATCHER')?.area;
  if (township === undefined) return null;
  const send = async () => {
    const now = new Date();
    const since = addDays(dayOf(now), -days);
    const body = { id, township, areas: [township], since, startsAt: now.toISOString() };
    await enqueue(planScreening, { body } as never, id); // an id of this program
    setId(newId());
    onPlanned();
  };
  return (
    <Card>
      <Rows gap={2}>
        <Heading size={5}>{t('plan')}</Heading>
        <Words tone="quiet">{t('plan-hint')}</Words>
        <Stepper name={t('plan-since')} value={days} min={1} max={mostDays} onChange={setDays} />
        <SendingNote of={doing} />
        <Button look="main" icon="plus" label={t('plan-send')} onPress={() => void send()} />
      </Rows>
    </Card>
  );
}

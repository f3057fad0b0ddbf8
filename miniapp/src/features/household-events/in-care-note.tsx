import { homesInCare } from '@grid-relief/shared-types/household-events/homes-in-care.contract';
import type { ReactNode } from 'react';
import { useActingFor, useRead } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { inCareText } from '@/text/in-care';
import { Button, Card, Heading, Words } from '@/ui';

/** The community is seeing to this home, and whom to call; never why. Draws nothing otherwise. */
export function InCareNote() {
  const t = useText(inCareText);
  const household = useActingFor()?.household;
  const { data } = useRead(homesInCare, {});
  const mine = data?.items.find((one) => one.household === household);
  if (!mine) return null;
  const { gridPhone } = mine;
  const call = gridPhone !== undefined && (
    <Button icon="phone" label={t('call')} onPress={() => void callPhone(gridPhone)} />
  );
  return <InCareCard call={call} />;
}

/** The same words whatever has happened, with the way to a person. */
export function InCareCard({ call }: { readonly call: ReactNode }) {
  const t = useText(inCareText);
  return (
    <Card>
      <Heading size={5}>{t('title')}</Heading>
      <Words tone="quiet" block>
        {t('note')}
      </Words>
      {call}
    </Card>
  );
}

import type { ResponseOf } from '@grid-relief/shared-types/contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { revealHousehold } from '@grid-relief/shared-types/households/household.contract';
import { useState } from 'react';
import { useProblemWords, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { Button, Card, Icon, Line, Rows, Sheet, Words } from '@/ui';

const reasons = ['CALL', 'VISIT', 'CORRECT_ADDRESS', 'EMERGENCY'] as const;
type Why = (typeof reasons)[number];
type OpenHousehold = ResponseOf<typeof revealHousehold>;

/** The household behind a closed eye. Opening asks why, says that the look is recorded, and keeps nothing. */
export function HouseholdCard({ view: { household } }: { readonly view: DeliveryView }) {
  const t = useText(deskText);
  const problemWords = useProblemWords();
  const [isAsking, setAsking] = useState(false);
  const look = useReveal(revealHousehold, household?.id ?? '');
  if (household === undefined) return null;
  const { opened, problem } = look;
  const reveal = (why: Why) => {
    setAsking(false);
    void look.open(why);
  };
  return (
    <Card label={t('household')}>
      {opened === undefined ? (
        <>
          <Line>
            <Icon name="eye-closed" />
            <Words size={5} strong>
              {household.name}
            </Words>
            {household.phone !== undefined && <Words tone="quiet">{household.phone}</Words>}
          </Line>
          <Button icon="eye" label={t('reveal')} busy={look.isBusy} onPress={() => setAsking(true)} />
          {problem && <Words tone="danger">{problemWords(problem)}</Words>}
        </>
      ) : (
        <OpenCard open={opened} onHide={look.hide} />
      )}
      <Sheet title={t('reveal-why')} open={isAsking} onClose={() => setAsking(false)}>
        <Rows gap={2}>
          <Words>{t('reveal-note')}</Words>
          {reasons.map((why) => (
            <Button key={why} label={t(`reveal-${why}`)} onPress={() => reveal(why)} />
          ))}
        </Rows>
      </Sheet>
    </Card>
  );
}

function OpenCard({ open, onHide }: { readonly open: OpenHousehold; readonly onHide: () => void }) {
  const t = useText(deskText);
  const { address, name, phone } = open;
  const door = [address.compound, address.building, address.unit, t('floor', { floor: address.floor }), address.room];
  return (
    <>
      <Words size={4} strong block>
        {name}
      </Words>
      <Words size={5} block>
        {door.join(' ')}
      </Words>
      {address.note !== undefined && <Words block>{address.note}</Words>}
      <Words tone="quiet" reads={{ role: 'status', live: 'polite' }}>
        {t('reveal-recorded')}
      </Words>
      <Line>
        <Button icon="phone" label={`${t('reveal-call', { name })} ${phone}`} onPress={() => void callPhone(phone)} />
        <Button icon="eye-closed" look="link" label={t('reveal-hide')} onPress={onHide} />
      </Line>
    </>
  );
}

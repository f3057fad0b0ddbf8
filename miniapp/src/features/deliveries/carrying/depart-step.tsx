import { depart } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useEffect } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, Heading, Line, ListRow, Words } from '@/ui';
import { PointNote } from '../handover-leg/point-note';
import { PlaceNote } from '../pickup-slot/place-note';
import { may } from './marks';
import { forgetReceiptDraft } from './receipt-draft';
import { StepFrame, type StepProps } from './step-frame';
import { TroubleButton } from './trouble-button';

/** Bought or fetched: label with the code, disinfect, go. */
export function DepartStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const isBooked = doing.state === 'idle' || doing.state === 'sent';
  useEffect(() => {
    if (isBooked) forgetReceiptDraft(view.id);
  }, [isBooked, view.id]);
  const checks = [t('check-label', { code: view.code }), t('check-goods'), t('check-trolley')];
  const go = <Button look="main" icon="bike" label={t('act-depart')} onPress={() => void doing.act(depart, {})} />;
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={may(view, 'depart') && go}
      quiet={<TroubleButton view={view} doing={doing} />}
    >
      <Card>
        <Line apart>
          <Heading size={1}>{view.code}</Heading>
          {view.bags !== undefined && <Words size={4}>{t('bags-count', { count: view.bags })}</Words>}
        </Line>
      </Card>
      <PointNote view={view} />
      <PlaceNote view={view} />
      <Card>
        <Heading size={5}>{t('check-title')}</Heading>
        {checks.map((check, index) => (
          <ListRow
            key={check}
            title={check}
            lead={
              <Words size={4} strong>
                {index + 1}
              </Words>
            }
            last={index === checks.length - 1}
          />
        ))}
      </Card>
    </StepFrame>
  );
}

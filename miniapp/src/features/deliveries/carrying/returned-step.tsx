import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, EmptyState } from '@/ui';
import { openDutyHome } from './doors';
import { StepFrame, type StepProps } from './step-frame';

/** It is brought to nobody any more: where the bags go now, and that what was paid comes back (handbook 2.1). */
export function ReturnedStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const how = view.keptBack ? 'back-kept' : view.mode === 'HANDOVER_POINT' ? 'back-point' : 'back';
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={<Button look="main" label={t('to-home')} onPress={() => openDutyHome(view)} />}
    >
      <EmptyState title={t(`${how}-title`)} hint={t(`${how}-hint`)} picture="parcel" />
    </StepFrame>
  );
}

import { type HandoverLegView, handoverLegActions } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { FileId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { type Act, newId, SendingNote } from '@/api';
import { type LocalFile, takePhoto, toast, vibrate } from '@/platform';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Button, Card, Heading, Words } from '@/ui';
import { BagCount } from '../carrying/start-step';
import { StepFrame, type StepProps } from '../carrying/step-frame';
import { TroubleButton } from '../carrying/trouble-button';
import { NoPhotoSheet } from '../no-photo-sheet';
import { sendingOf } from './sending-of';

/** What nobody does who stays outside; an unsent act knows the table only. */
const atDoor: readonly string[] = ['drop', 'failDelivery', 'queryAddress'];

/** What may go wrong on the way to a point: the way to the door is none of it. */
export function TroubleOutside({ view, doing }: StepProps) {
  const actions = view.actions.filter((action) => !atDoor.includes(action));
  return <TroubleButton view={{ ...view, actions }} doing={doing} />;
}

/**
 * Says that the bags stand at the point. Where the phone does not know yet that the handover has set out, that goes
 * first: both are kept on the phone, in this order.
 */
async function leave({ state }: HandoverLegView, handing: Act, bags: number, file: LocalFile) {
  const photo = z.parse(FileId, newId());
  if (state === 'PLANNED') await handing.act(handoverLegActions.setOut, {});
  return handing.act(handoverLegActions.leaveAtPoint, { bags, photo }, [{ id: photo, file, purpose: 'HANDOVER' }]);
}

type SetDownProps = StepProps & { readonly leg: HandoverLegView; readonly handing: Act };

/** At the point of a sealed zone: where exactly, how many bags, and one button that photographs. */
export function SetDownStep({ view, doing, leg, handing }: SetDownProps) {
  const t = useText(handoverLegText);
  const [bags, setBags] = useState(view.bags ?? 0);
  const [hasNoPhoto, setNoPhoto] = useState(false);
  const shoot = async () => {
    const file = await takePhoto('camera');
    setNoPhoto(file === undefined);
    if (file === undefined) return;
    vibrate();
    const { kept } = await leave(leg, handing, bags, file);
    if (!kept) toast(t('not-kept'));
  };
  const why = bags === 0 ? t('set-down-why') : undefined;
  const { first, second } = sendingOf(doing, handing);
  const main = (
    <Button look="main" icon="camera" label={t('set-down')} disabledReason={why} onPress={() => void shoot()} />
  );
  return (
    <StepFrame
      view={view}
      doing={first}
      main={main}
      quiet={<TroubleOutside view={view} doing={doing} />}
      over={
        <NoPhotoSheet
          why={t('no-photo-hint')}
          open={hasNoPhoto}
          onAgain={() => void shoot()}
          onClose={() => setNoPhoto(false)}
        />
      }
    >
      {second && <SendingNote of={second} />}
      <Card tone="info">
        <Words tone="quiet">{t('go-to')}</Words>
        <Heading size={2}>{leg.point}</Heading>
        <Words size={5} strong block>
          {leg.areaName}
        </Words>
        <Words block>{t('to-point-hint')}</Words>
      </Card>
      <BagCount bags={bags} least={0} onChange={setBags} />
      <Words tone="quiet" block>
        {t('set-down-how')}
      </Words>
    </StepFrame>
  );
}

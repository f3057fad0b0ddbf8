import { drop } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { newId } from '@/api';
import { type LocalFile, takePhoto, toast, vibrate } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, Heading, Line, Words } from '@/ui';
import { NoPhotoSheet } from '../no-photo-sheet';
import { StillAtPlace } from '../pickup-slot/still-at-place';
import { DoorCard } from './door-card';
import { GoodsCard } from './goods-card';
import { may } from './marks';
import { StepFrame, type StepProps } from './step-frame';
import { TroubleButton } from './trouble-button';

/** At the door: where, what they said, and one big button that puts down and photographs. */
export function DoorStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const [hasNoPhoto, setNoPhoto] = useState(false);
  const put = async (file: LocalFile | undefined) => {
    setNoPhoto(false);
    vibrate();
    const photo = newId();
    const files = file ? [{ id: photo, file, purpose: 'DROP_PROOF' as const }] : [];
    const { kept } = await doing.act(drop, file ? { photo } : {}, files);
    if (!kept) toast(t('not-kept'));
  };
  const shoot = async () => {
    const file = await takePhoto('camera');
    if (file === undefined) setNoPhoto(true);
    else await put(file);
  };
  const main = <Button look="main" icon="camera" label={t('act-drop')} onPress={() => void shoot()} />;
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={may(view, 'drop') && main}
      quiet={<TroubleButton view={view} doing={doing} />}
      over={
        <NoPhotoSheet
          why={t('no-photo-hint')}
          open={hasNoPhoto}
          onAgain={() => void shoot()}
          onClose={() => setNoPhoto(false)}
        >
          <Button label={t('act-drop-bare')} onPress={() => void put(undefined)} />
        </NoPhotoSheet>
      }
    >
      <StillAtPlace view={view} />
      <DoorCard view={view} />
      <Card>
        <Line apart>
          <Heading size={3}>{view.code}</Heading>
          {view.bags !== undefined && <Words size={4}>{t('bags-count', { count: view.bags })}</Words>}
        </Line>
        <Words tone="quiet">{t('drop-how')}</Words>
      </Card>
      <GoodsCard view={view} />
    </StepFrame>
  );
}

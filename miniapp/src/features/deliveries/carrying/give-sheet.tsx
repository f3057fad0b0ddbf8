import { askHandover } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { FileId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { newId } from '@/api';
import { takePhoto, toast, vibrate } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { handoverLegText } from '@/text/handover-leg';
import { Words } from '@/ui';
import { NoPhotoSheet } from '../no-photo-sheet';
import { ReasonSheet } from './reason-sheet';
import { BagCount } from './start-step';
import type { StepProps } from './step-frame';

type Reason = { readonly code: string };
type GiveProps = StepProps & { readonly open: boolean; readonly onClose: () => void };

/** The giver's tick: count, reason, and a photo of the bags; all three wait on the phone while there is no network. */
export function GiveSheet({ view, doing, open, onClose }: GiveProps) {
  const t = useText(carryingText);
  const tLeg = useText(handoverLegText);
  const [bags, setBags] = useState(view.bags ?? 1);
  const [lacking, setLacking] = useState<Reason>();
  const shoot = async (reason: Reason) => {
    const file = await takePhoto('camera');
    setLacking(file === undefined ? reason : undefined);
    if (file === undefined) return;
    vibrate();
    const photo = z.parse(FileId, newId());
    const { kept } = await doing.act(askHandover, { bags, photo, reason }, [{ id: photo, file, purpose: 'HANDOVER' }]);
    if (!kept) toast(t('not-kept'));
  };
  return (
    <>
      <ReasonSheet
        title={t('handover-title')}
        action="askHandover"
        open={open}
        onClose={onClose}
        onChoose={(reason) => void shoot(reason)}
      >
        <Words>{t('handover-hint')}</Words>
        <BagCount bags={bags} onChange={setBags} />
        <Words strong>{t('handover-photo')}</Words>
      </ReasonSheet>
      <NoPhotoSheet
        why={tLeg('no-photo-hint')}
        open={lacking !== undefined}
        onAgain={() => lacking && void shoot(lacking)}
        onClose={() => setLacking(undefined)}
      />
    </>
  );
}

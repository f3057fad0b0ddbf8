import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { proofPhotoText } from '@/text/proof-photo';
import { useTimeWords } from '@/ui';
import { ProofPhoto } from '../proof-photo';

/** Bags as they changed hands, for both carriers and the grid; opened by a press, as every proof. */
export function HandoverPhotos({ view: { handoverPhotos = [] } }: { readonly view: DeliveryView }) {
  const t = useText(proofPhotoText);
  const time = useTimeWords();
  return (
    <>
      {handoverPhotos.map(({ photo, at }) => (
        <ProofPhoto key={photo} id={photo} label={t('HANDOVER', { time: time(new Date(at)) })} />
      ))}
    </>
  );
}

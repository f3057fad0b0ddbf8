import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { proofPhotoText } from '@/text/proof-photo';
import { Card, Heading } from '@/ui';
import { HandoverPhotos } from '../carrying/handover-photos';
import { ProofPhoto } from '../proof-photo';

/** What whoever decides about a complaint looks at: what the household shows, the receipt, and where it was put down. */
export function ProofCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(proofPhotoText);
  const { disputePhoto, receiptPhoto, dropPhoto, handoverPhotos } = view;
  if ([disputePhoto, receiptPhoto, dropPhoto, handoverPhotos].every((proof) => proof === undefined)) return null;
  return (
    <Card>
      <Heading size={5}>{t('title')}</Heading>
      <ProofPhoto id={disputePhoto} label={t('DISPUTE')} />
      <ProofPhoto id={receiptPhoto} label={t('RECEIPT')} />
      <HandoverPhotos view={view} />
      <ProofPhoto id={dropPhoto} label={t('DROP')} />
    </Card>
  );
}

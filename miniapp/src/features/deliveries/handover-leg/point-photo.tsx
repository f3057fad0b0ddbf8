import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { ProofPhoto } from '../proof-photo';

/** The photo taken at the point, for those who counted the bags or decide about them. */
export function PointPhoto({ id }: { readonly id: string | undefined }) {
  const t = useText(handoverLegText);
  return <ProofPhoto id={id} label={t('photo')} />;
}

import { useState } from 'react';
import { fileAddress } from '@/api';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Button, Image, Words } from '@/ui';
import '../carrying/carrying.css';

/** The photo taken at the point; fetched when somebody asks to see it, and kept nowhere. */
export function PointPhoto({ id }: { readonly id: string | undefined }) {
  const t = useText(handoverLegText);
  const [address, setAddress] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  if (id === undefined) return null;
  const look = async () => {
    const found = await fileAddress(id);
    setAddress(found);
    setMissing(found === undefined);
  };
  if (address !== undefined) {
    return <Image className="carry-photo" src={address} mode="aspectFill" ariaLabel={t('photo')} />;
  }
  return (
    <>
      {isMissing && <Words tone="amber">{t('photo-failed')}</Words>}
      <Button icon="image" label={t('photo-look')} onPress={() => void look()} />
    </>
  );
}

import { useState } from 'react';
import { fileAddress } from '@/api';
import { useText } from '@/text';
import { proofPhotoText } from '@/text/proof-photo';
import { Button, Image, Words } from '@/ui';
import './proof-photo.css';

type ProofPhotoProps = {
  readonly id: string | undefined;
  /** What it shows: on the button, and for whoever cannot see it. */
  readonly label: string;
};

/** A photo that proves something; fetched when somebody asks to see it, and kept nowhere. Without one, nothing. */
export function ProofPhoto({ id, label }: ProofPhotoProps) {
  const t = useText(proofPhotoText);
  const [address, setAddress] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  if (id === undefined) return null;
  const look = async () => {
    const found = await fileAddress(id);
    setAddress(found);
    setMissing(found === undefined);
  };
  if (address !== undefined) return <Image className="proof-photo" src={address} mode="widthFix" ariaLabel={label} />;
  return (
    <>
      {isMissing && <Words tone="amber">{t('gone')}</Words>}
      <Button icon="image" label={t('look', { what: label })} onPress={() => void look()} />
    </>
  );
}

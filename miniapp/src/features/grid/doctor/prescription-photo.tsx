import { useEffect, useState } from 'react';
import { fileAddress } from '@/api';
import { useText } from '@/text';
import { doctorText } from '@/text/doctor';
import { Card, Heading, Image, Skeleton, StatusChip, Words } from '@/ui';
import './doctor.css';

/** The prescription as photographed; its address is asked for when it is looked at and kept nowhere. */
export function PrescriptionPhoto({ id }: { readonly id: string | undefined }) {
  const t = useText(doctorText);
  const [address, setAddress] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (id === undefined) return;
    let isCurrent = true;
    void fileAddress(id).then((found) => {
      if (!isCurrent) return;
      setAddress(found);
      setMissing(found === undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  if (id === undefined) return <StatusChip icon="image" tone="amber" label={t('prescription-none')} />;
  return (
    <Card>
      <Heading size={5}>{t('prescription')}</Heading>
      {isMissing && <Words tone="amber">{t('prescription-failed')}</Words>}
      {!isMissing && address === undefined && <Skeleton rows={1} height={600} />}
      {address !== undefined && (
        <Image className="doctor-photo" src={address} mode="widthFix" ariaLabel={t('prescription')} />
      )}
    </Card>
  );
}

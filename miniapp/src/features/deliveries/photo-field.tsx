import { type LocalFile, takePhoto } from '@/platform';
import { useText } from '@/text';
import { proofPhotoText } from '@/text/proof-photo';
import { Button, Line, StatusChip } from '@/ui';

type PhotoFieldProps = {
  /** What is to be photographed, on the button. */
  readonly label: string;
  readonly photo: LocalFile | undefined;
  readonly onChange: (photo: LocalFile | undefined) => void;
  /** Of what lies before the person, and never an older picture. */
  readonly now?: boolean;
};

/** One photo that goes with what is said, or none; it may be taken again until it is sent. */
export function PhotoField({ label, photo, onChange, now }: PhotoFieldProps) {
  const t = useText(proofPhotoText);
  const take = async () => onChange(await takePhoto(now ? 'camera' : 'either'));
  if (photo === undefined) return <Button icon="camera" label={label} onPress={() => void take()} />;
  return (
    <Line apart>
      <StatusChip icon="image" tone="leaf" label={t('taken')} />
      <Button look="link" label={t('remove')} onPress={() => onChange(undefined)} />
    </Line>
  );
}

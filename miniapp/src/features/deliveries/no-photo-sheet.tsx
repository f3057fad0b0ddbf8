import type { ReactNode } from 'react';
import { useText } from '@/text';
import { noPhotoText } from '@/text/no-photo';
import { Button, Rows, Sheet, Words } from '@/ui';

type NoPhotoProps = {
  readonly open: boolean;
  /** What the photo is for. */
  readonly why: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
  /** A way without one, where there is such a way. */
  readonly children?: ReactNode;
};

/** No photo came: turned back, or the camera was refused. Says what it is for, and lets try again; nothing is lost meanwhile. */
export function NoPhotoSheet({ open, why, onAgain, onClose, children }: NoPhotoProps) {
  const t = useText(noPhotoText);
  return (
    <Sheet title={t('title')} open={open} onClose={onClose}>
      <Rows gap={2}>
        <Words>{why}</Words>
        <Words tone="quiet">{t('allow')}</Words>
        <Button look="main" icon="camera" label={t('again')} onPress={onAgain} />
        {children}
      </Rows>
    </Sheet>
  );
}

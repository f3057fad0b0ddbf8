import { callPhone } from '@/platform';
import { useText } from '@/text';
import { residentText } from '@/text/resident';
import { Button, Rows, Sheet, Words } from '@/ui';
import { useGridPhone } from './use-grid-phone';

/** A family member returns from elsewhere: told by phone. */
export function ReturneeSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText(residentText);
  return (
    <Sheet title={t('returneeTitle')} open={open} onClose={onClose}>
      <Rows>
        <Words>{t('returneeWords')}</Words>
        <CallGrid look="main" />
      </Rows>
    </Sheet>
  );
}

/** The way to a person: the grid worker's duty phone, or the county's line while none is known. */
export function CallGrid({ look = 'quiet' }: { readonly look?: 'main' | 'quiet' }) {
  const t = useText(residentText);
  const phone = useGridPhone();
  return (
    <Rows gap={1}>
      <Button look={look} icon="phone" label={t('callGrid')} onPress={() => void callPhone(phone ?? '12345')} />
      {phone === undefined && <Words tone="quiet">{t('noPhone')}</Words>}
    </Rows>
  );
}

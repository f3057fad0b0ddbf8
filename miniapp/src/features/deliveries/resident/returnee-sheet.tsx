import { callPhone, openPage } from '@/platform';
import { useText } from '@/text';
import { residentText } from '@/text/resident';
import { Button, Rows, Sheet, Words } from '@/ui';
import { useGridPhone } from './use-grid-phone';

const openReturnee = (page: 'report' | 'list') => void openPage(`/packages/returnee/${page}/index`);

/** A family member returns from elsewhere: told here, or by phone. */
export function ReturneeSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText(residentText);
  return (
    <Sheet title={t('returneeTitle')} open={open} onClose={onClose}>
      <Rows>
        <Words>{t('returneeWords')}</Words>
        <Button look="main" icon="edit" label={t('returneeReport')} onPress={() => openReturnee('report')} />
        <Button icon="list" label={t('returneeMine')} onPress={() => openReturnee('list')} />
        <CallGrid />
      </Rows>
    </Sheet>
  );
}

/** The county's public hotline, for where no grid worker's phone is known. */
const countyHotline = '12345';

/** The way to a person: the grid worker's duty phone, or the county's hotline, said to be one, while none is known. */
export function CallGrid({ look = 'quiet' }: { readonly look?: 'main' | 'quiet' }) {
  const t = useText(residentText);
  const phone = useGridPhone();
  return (
    <Button
      look={look}
      icon="phone"
      label={phone === undefined ? t('callHotline', { phone: countyHotline }) : t('callGrid')}
      onPress={() => void callPhone(phone ?? countyHotline)}
    />
  );
}

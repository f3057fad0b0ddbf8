import { useText } from '@/text';
import { transfersText } from '@/text/transfers';
import { Button, Rows, Sheet } from '@/ui';

export const reasons = {
  redirect: ['SITE_CLOSED', 'OTHER_NEED', 'OTHER_REASON'],
  cancel: ['COMES_LATER', 'NOT_NEEDED', 'OTHER_REASON'],
  breakDown: ['ENGINE', 'ACCIDENT', 'OTHER_REASON'],
  refuse: ['AFRAID', 'NOT_TOLD', 'FAMILY', 'OTHER_REASON'],
  dropOut: ['COMES_LATER', 'NOT_NEEDED', 'OTHER_REASON'],
} as const;
export type Asking = keyof typeof reasons;

type ReasonProps = {
  readonly asked: Asking;
  readonly onClose: () => void;
  readonly onSend: (code: string) => void;
};

/** One tap says why. */
export function ReasonSheet({ asked, onClose, onSend }: ReasonProps) {
  const t = useText(transfersText);
  return (
    <Sheet title={t('why')} open onClose={onClose}>
      <Rows gap={2}>
        {reasons[asked].map((code) => (
          <Button key={code} label={t(`r-${code}`)} onPress={() => onSend(code)} />
        ))}
      </Rows>
    </Sheet>
  );
}

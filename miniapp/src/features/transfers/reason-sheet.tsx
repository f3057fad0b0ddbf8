import { useText } from '@/text';
import { transferReasonsText } from '@/text/transfer-reasons';
import { WhySheet } from '@/ui';

const whys = {
  redirect: ['SITE_CLOSED', 'OTHER_NEED', 'OTHER_REASON'],
  cancel: ['COMES_LATER', 'NOT_NEEDED', 'OTHER_REASON'],
  breakDown: ['ENGINE', 'ACCIDENT', 'OTHER_REASON'],
  refuse: ['AFRAID', 'NOT_TOLD', 'FAMILY', 'OTHER_REASON'],
  dropOut: ['COMES_LATER', 'NOT_NEEDED', 'OTHER_REASON'],
} as const;
export type Asking = keyof typeof whys;

type ReasonProps = {
  readonly asked: Asking;
  readonly onClose: () => void;
  readonly onSend: (code: string) => void;
};

/** Why a trip or somebody on it goes another way. */
export function ReasonSheet({ asked, onClose, onSend }: ReasonProps) {
  const t = useText(transferReasonsText);
  const reasons = whys[asked].map((code) => ({ code, label: t(`r-${code}`) }));
  return <WhySheet title={t('why')} {...{ reasons, onClose }} onSend={({ code }) => onSend(code)} />;
}

import { useText } from '@/text';
import { investigationsText } from '@/text/investigations';
import { Card, WhySheet as Sheet, type Why, Words } from '@/ui';

/** What needs its reason, and the reasons there are. */
const whys = {
  notReached: ['IN_CARE', 'NO_ANSWER'],
  closeByRecords: ['RECORDS_ENOUGH'],
  sendBack: ['PATH_GAPS', 'CONTACTS_MISSING'],
  dropContact: ['NOT_MET', 'OTHER_PERSON'],
  exclude: ['LABORATORY', 'OTHER_PERSON'],
} as const;
export type Asking = keyof typeof whys;

type WhyProps = {
  readonly asked: Asking;
  readonly onClose: () => void;
  readonly onSend: (reason: Why) => void;
};

/** Why a case goes another way than the usual one. */
export function WhySheet({ asked, onClose, onSend }: WhyProps) {
  const t = useText(investigationsText);
  const reasons = whys[asked].map((code) => ({ code, label: t(`r-${code}`) }));
  const isGrave = asked === 'exclude';
  return (
    <Sheet
      title={t(asked)}
      {...{ reasons, onClose, onSend }}
      wordsLabel={t('why-words')}
      look={isGrave ? 'danger' : 'quiet'}
    >
      {isGrave && (
        <Card tone="danger">
          <Words strong>{t('exclude-warning')}</Words>
        </Card>
      )}
      <Words strong>{t('why')}</Words>
    </Sheet>
  );
}

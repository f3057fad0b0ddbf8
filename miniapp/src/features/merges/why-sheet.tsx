import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { WhySheet as Sheet, type Why } from '@/ui';

/** What needs its reason, and the reasons there are. */
const whys = {
  apply: ['SAME_PERSON'],
  undo: ['MISTAKE', 'TWO_PEOPLE'],
  reject: ['TWO_PEOPLE'],
  decideEnd: ['EARLIER_EXPOSURE', 'RECORDED_TWICE'],
} as const;

type WhyProps = {
  readonly asked: keyof typeof whys;
  readonly onClose: () => void;
  readonly onSend: (reason: Why) => void;
};

/** Why two are one, or are not. */
export function WhySheet({ asked, onClose, onSend }: WhyProps) {
  const t = useText(mergesText);
  const reasons = whys[asked].map((code) => ({ code, label: t(`r-${code}`) }));
  return <Sheet title={t(asked)} reasons={reasons} wordsLabel={t('ask-words')} look="main" {...{ onClose, onSend }} />;
}

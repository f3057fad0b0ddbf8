import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { WhySheet as Sheet, type Why } from '@/ui';

const whys = ['MISTAKE', 'NOT_WANTED', 'OTHER_WAY'] as const;

type WhyProps = { readonly onClose: () => void; readonly onSend: (reason: Why) => void };

/** Nothing is taken back or called off without a reason. */
export function WhySheet({ onClose, onSend }: WhyProps) {
  const t = useText(areaChangesText);
  const reasons = whys.map((code) => ({ code, label: t(`why-${code}`) }));
  return <Sheet title={t('why-title')} {...{ reasons, onClose, onSend }} />;
}

import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Button, Rows, Sheet } from '@/ui';

const reasons = ['MISTAKE', 'NOT_WANTED', 'OTHER_WAY'] as const;

type WhyProps = {
  readonly open: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onWhy: (code: string) => void;
};

/** Nothing is taken back or called off without a reason. */
export function WhySheet({ open, isBusy, onClose, onWhy }: WhyProps) {
  const t = useText(areaChangesText);
  return (
    <Sheet title={t('why-title')} open={open} onClose={onClose}>
      <Rows>
        {reasons.map((code) => (
          <Button key={code} label={t(`why-${code}`)} busy={isBusy} onPress={() => onWhy(code)} />
        ))}
      </Rows>
    </Sheet>
  );
}

import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { Button, Rows, Sheet } from '@/ui';

export type WhyCode =
  | ('NEIGHBOUR' | 'PHONED' | 'WORKS_AWAY' | 'WILL_NOT' | 'OTHER')
  | ('NOT_NEEDED' | 'WRONG_AREA' | 'MISSED' | 'ONE_MORE' | 'CAME_BACK');

type WhyProps = {
  readonly title: string;
  readonly codes: readonly WhyCode[] | undefined;
  readonly onClose: () => void;
  readonly onChoose: (code: WhyCode) => void;
};

/** One tap says why. */
export function WhySheet({ title, codes, onClose, onChoose }: WhyProps) {
  const t = useText(screeningText);
  return (
    <Sheet title={title} open={codes !== undefined} onClose={onClose}>
      <Rows gap={2}>
        {(codes ?? []).map((code) => (
          <Button key={code} label={t(`r-${code}`)} onPress={() => onChoose(code)} />
        ))}
      </Rows>
    </Sheet>
  );
}

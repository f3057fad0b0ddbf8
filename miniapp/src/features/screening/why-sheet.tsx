import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { WhySheet as Sheet } from '@/ui';

export type WhyCode =
  | ('NEIGHBOUR' | 'PHONED' | 'WORKS_AWAY' | 'WILL_NOT' | 'OTHER')
  | ('NOT_NEEDED' | 'WRONG_AREA' | 'MISSED' | 'ONE_MORE' | 'CAME_BACK');

type WhyProps = {
  readonly title: string;
  /** Which may be the reason; none are asked for while it is undefined. */
  readonly codes: readonly WhyCode[] | undefined;
  readonly onClose: () => void;
  readonly onChoose: (code: WhyCode) => void;
};

/** Why a door or a whole screening ends otherwise. */
export function WhySheet({ title, codes, onClose, onChoose }: WhyProps) {
  const t = useText(screeningText);
  if (codes === undefined) return null;
  const reasons = codes.map((code) => ({ code, label: t(`r-${code}`) }));
  // one of those given
  return <Sheet {...{ title, reasons, onClose }} onSend={({ code }) => onChoose(code as WhyCode)} />;
}

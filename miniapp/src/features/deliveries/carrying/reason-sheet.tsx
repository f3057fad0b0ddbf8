import type { ReactNode } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { WhySheet } from '@/ui';

const reasons = {
  decline: ['BUSY', 'TOO_FAR', 'TOO_HEAVY', 'NOT_WELL'],
  giveBack: ['CANNOT_NOW', 'NOT_WELL', 'TOO_HEAVY'],
  nothingBought: ['ALL_SOLD_OUT', 'SHOP_CLOSED', 'NOTHING_THERE', 'NOT_POSSIBLE'],
  // what nobody shops for has no shelf to be empty
  notDone: ['NOTHING_THERE', 'SHOP_CLOSED', 'NOT_POSSIBLE'],
  askHandover: ['NOT_WELL', 'VEHICLE_BROKEN', 'CODE_CHANGED'],
  returnGoods: ['NOBODY_ANSWERS', 'NOT_WANTED'],
} as const;

type ReasonSheetProps = {
  readonly title: string;
  /** The action that asks for a reason, or what it is called where nothing is bought. */
  readonly action: keyof typeof reasons;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (reason: { code: string }) => void;
  readonly children?: ReactNode;
};

/** One reason by one tap; choosing it does the thing. */
export function ReasonSheet({ title, action, open, onClose, onChoose, children }: ReasonSheetProps) {
  const t = useText(carryingText);
  if (!open) return null;
  const whys = reasons[action].map((code) => ({ code, label: t(`reason-${code}`) }));
  return (
    <WhySheet title={title} reasons={whys} onClose={onClose} onSend={onChoose}>
      {children}
    </WhySheet>
  );
}

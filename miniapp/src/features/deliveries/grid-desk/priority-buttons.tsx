import type { Priority } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { marksText } from '@/text/request-marks';
import { Choice } from '@/ui';

const priorities: readonly Priority[] = ['P0', 'P1', 'P2', 'P3'];

type PriorityButtonsProps = {
  readonly onChoose: (priority: Priority) => void;
  readonly value?: Priority | undefined;
  /** Only those more urgent than this one. */
  readonly above?: Priority | undefined;
};

/** How urgent, with what each level means beside it (handbook 4.3). */
export function PriorityButtons({ onChoose, value, above }: PriorityButtonsProps) {
  const t = useText(marksText);
  const desk = useText(deskText);
  const offered = priorities.filter((each) => above === undefined || each < above);
  const options = offered.map((each) => ({
    value: each,
    label: t(`priority-${each}`),
    hint: t(`hint-${each}`),
    icon: 'flag' as const,
  }));
  return <Choice label={desk('how-urgent')} inOne options={options} value={value} onChange={onChoose} />;
}

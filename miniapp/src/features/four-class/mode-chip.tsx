import type { FourClassMode } from '@grid-relief/shared-types/primitives/areas';
import { useText } from '@/text';
import { fourClassText } from '@/text/four-class';
import { StatusChip } from '@/ui';

const looks = {
  REGISTER: { icon: 'edit', tone: 'info' },
  SUSPENDED: { icon: 'warning', tone: 'amber' },
  FREE: { icon: 'check', tone: 'leaf' },
} as const;

/** How four-class medicine is sold: word, icon and colour. */
export function ModeChip({ mode }: { readonly mode: FourClassMode }) {
  const t = useText(fourClassText);
  return <StatusChip {...looks[mode]} label={t(`m-${mode}`)} />;
}

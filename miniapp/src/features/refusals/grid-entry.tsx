import { useText } from '@/text';
import { refusalsText } from '@/text/refusals';
import { WayCard } from '@/ui';

/** The grid's way to people who say no: to note one, and to see who goes there. */
export function RefusalsEntry() {
  const t = useText(refusalsText);
  return <WayCard icon="message" title={t('title')} note={t('hint')} page="/packages/grid/refusals/index" />;
}

import { useText } from '@/text';
import { codesText } from '@/text/codes';
import { WayCard } from '@/ui';

/** The grid's way to requests for health codes: with whom each waits. */
export function GridCodesEntry() {
  const t = useText(codesText);
  return <WayCard icon="flag" title={t('grid-title')} note={t('grid-note')} page="/packages/grid/codes/index" />;
}

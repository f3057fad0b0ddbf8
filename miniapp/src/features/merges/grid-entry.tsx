import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { WayCard } from '@/ui';

/** The grid's way to people who stand in the books twice. */
export function MergesEntry() {
  const t = useText(mergesText);
  return <WayCard icon="people" title={t('title')} note={t('hint')} page="/packages/grid/merges/index" />;
}

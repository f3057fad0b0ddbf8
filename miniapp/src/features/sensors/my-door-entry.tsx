import { useText } from '@/text';
import { myDoorText } from '@/text/my-door';
import { WayCard } from '@/ui';

/** The way to the sensor at the own door, for whoever is in quarantine. */
export function MyDoorEntry() {
  const t = useText(myDoorText);
  return <WayCard icon="door" title={t('entry')} note={t('entry-note')} page="/packages/returnee/door/index" />;
}

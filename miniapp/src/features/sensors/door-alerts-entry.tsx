import { useText } from '@/text';
import { doorAlertsText } from '@/text/door-alerts';
import { WayCard } from '@/ui';

/** The way to doors that were opened, for whoever answers. */
export function DoorAlertsEntry() {
  const t = useText(doorAlertsText);
  return <WayCard icon="door" title={t('entry')} note={t('entry-note')} page="/packages/grid/door-alerts/index" />;
}

/** The way to the sensors themselves, for whoever puts them up. */
export function SensorsEntry() {
  const t = useText(doorAlertsText);
  return <WayCard icon="plug" title={t('sensors')} note={t('sensors-note')} page="/packages/grid/door-sensors/index" />;
}

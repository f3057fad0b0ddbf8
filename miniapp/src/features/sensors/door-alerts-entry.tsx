import { useText } from '@/text';
import { doorAlertsText } from '@/text/door-alerts';
import { WayCard } from '@/ui';

/** The ways to doors and their sensors, for who answers and who puts up. */
export function DoorAlertsEntry({ sensors = false }: { readonly sensors?: boolean }) {
  const t = useText(doorAlertsText);
  return (
    <>
      <WayCard icon="door" title={t('entry')} note={t('entry-note')} page="/packages/grid/door-alerts/index" />
      {sensors && (
        <WayCard icon="plug" title={t('sensors')} note={t('sensors-note')} page="/packages/grid/door-sensors/index" />
      )}
    </>
  );
}

import { listSensorAlerts } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import type { SensorAlertRow } from '@grid-relief/shared-types/sensors/sensor-alert.schema';
import { PagedList, SendingNote, useAct, useReadPages } from '@/api';
import { useText } from '@/text';
import { doorAlertsText } from '@/text/door-alerts';
import { Card, EmptyState, Heading, Line, NetworkBanner, Page, Rows, StatusChip, useTimeWords, Words } from '@/ui';
import { AlertButtons } from './alert-buttons';

/** Doors that nobody can explain yet, the oldest first; new ones come by the live line, and by asking (handbook 2.3b). */
export function DoorAlertsScreen() {
  const t = useText(doorAlertsText);
  const list = useReadPages(listSensorAlerts, { query: {} }, { everySeconds: 10 });
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          rows={3}
          height={200}
          none={<EmptyState picture="door" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(alert) => <AlertCard key={alert.id} alert={alert} />}
        />
      </Rows>
    </Page>
  );
}

const minuteMs = 60_000;
const states = ['OPEN', 'CALLED', 'ON_SITE', 'GROUPED'] as const;

function AlertCard({ alert }: { readonly alert: SensorAlertRow }) {
  const t = useText(doorAlertsText);
  const timeWords = useTimeWords();
  const doing = useAct(alert.id);
  const { variant, code, doorCode, areaName: area, since, isOpen, silent } = alert;
  const begun = new Date(since);
  const minutes = Math.floor((Date.now() - begun.getTime()) / minuteMs);
  const state = states.find((one) => one === alert.state) ?? 'OPEN';
  return (
    <Card tone={state === 'OPEN' ? 'danger' : 'amber'}>
      <Line apart>
        <Heading size={3}>{variant === 'DOOR' ? t('door', { door: doorCode ?? '', code }) : t('group-title')}</Heading>
        <Words size={4} strong>
          {minutes > 0 ? t('age', { minutes }) : t('age-now')}
        </Words>
      </Line>
      <Words tone="quiet" block>
        {t('area', { area, time: timeWords(begun) })}
      </Words>
      <Line>
        <StatusChip icon={state === 'OPEN' ? 'warning' : 'clock'} tone="amber" label={t(`s-${state}`)} />
        {isOpen !== undefined && (
          <StatusChip
            icon={isOpen ? 'door' : 'check'}
            tone={isOpen ? 'danger' : 'leaf'}
            label={t(isOpen ? 'is-open' : 'is-closed')}
          />
        )}
      </Line>
      {silent !== undefined && <Words block>{t('silent', { count: silent })}</Words>}
      <SendingNote of={doing} />
      <AlertButtons alert={alert} doing={doing} />
    </Card>
  );
}

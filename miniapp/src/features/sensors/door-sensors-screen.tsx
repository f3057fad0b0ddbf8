import { addDoorSensor, listDoorSensors } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import type { DoorSensorView } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import { PagedList, SendingNote, useAct, useMayAsk, useReadPages } from '@/api';
import { useText } from '@/text';
import { doorSensorsText } from '@/text/door-sensors';
import {
  Card,
  EmptyState,
  Heading,
  Line,
  NetworkBanner,
  Page,
  Rows,
  StatusChip,
  type Tone,
  useTimeWords,
  Words,
} from '@/ui';
import { AddSensor } from './add-sensor';
import { SensorButtons } from './sensor-buttons';

/** Sensors of my area, those with something to do first (handbook 2.3b). */
export function DoorSensorsScreen() {
  const t = useText(doorSensorsText);
  const list = useReadPages(listDoorSensors, { query: {} }, { everySeconds: 10 });
  const mayAdd = useMayAsk(addDoorSensor);
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <Words tone="quiet">{t('hint')}</Words>
        <PagedList
          of={list}
          rows={3}
          height={160}
          none={<EmptyState picture="door" title={t('none')} hint={t('none-hint')} />}
          draw={(sensor) => <SensorCard key={sensor.id} sensor={sensor} />}
        />
        {mayAdd && <AddSensor />}
      </Rows>
    </Page>
  );
}

const stateWords = [
  ...(['IN_STOCK', 'INSTALLED', 'TEST_FAILED', 'BOUND', 'ONLINE', 'OFFLINE'] as const),
  ...(['REMOVED', 'DISINFECTED', 'LOST', 'RETIRED'] as const),
];
const tones: Readonly<Partial<Record<string, Tone>>> = { ONLINE: 'leaf', OFFLINE: 'danger', IN_STOCK: 'quiet' };

function SensorCard({ sensor }: { readonly sensor: DoorSensorView }) {
  const t = useText(doorSensorsText);
  const timeWords = useTimeWords();
  const doing = useAct(sensor.id);
  const { label, doorCode: door, areaName: area, heard, heardAt, flags, removalAskedAt } = sensor;
  const state = stateWords.find((one) => one === sensor.state) ?? 'IN_STOCK';
  const tick = (was: boolean) => t(was ? 'yes' : 'no');
  const said = (flag: (typeof flags)[number]) => (
    <StatusChip key={flag} icon="warning" tone="danger" label={t(`flag-${flag}`)} />
  );
  return (
    <Card tone={removalAskedAt ? 'amber' : 'plain'}>
      <Line apart>
        <Heading size={5}>{label}</Heading>
        <StatusChip icon="door" tone={tones[state] ?? 'amber'} label={t(`s-${state}`)} />
      </Line>
      <Words block>{door === undefined ? t('stock', { area }) : t('door', { door, area })}</Words>
      {(flags.length > 0 || removalAskedAt) && (
        <Line>
          {flags.map(said)}
          {removalAskedAt && <StatusChip icon="flag" tone="amber" label={t('take-off')} />}
        </Line>
      )}
      {state === 'INSTALLED' && (
        <>
          <Words strong block>
            {t('heard', { opened: tick(heard.opened), closed: tick(heard.closed) })}
          </Words>
          <Words block>{t('test-hint')}</Words>
        </>
      )}
      {heardAt && (
        <Words tone="quiet" block>
          {t('heard-at', { time: timeWords(new Date(heardAt)) })}
        </Words>
      )}
      <SendingNote of={doing} />
      <SensorButtons sensor={sensor} doing={doing} />
    </Card>
  );
}

import { addDoorSensor } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import { SensorLabel } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import { useState } from 'react';
import { call, newId, type Problem, refreshAll, useMe, useProblemWords } from '@/api';
import { useText } from '@/text';
import { doorSensorsText } from '@/text/door-sensors';
import { Button, Card, Field, Heading, Rows, Words } from '@/ui';

const keepers = ['STORE_KEEPER', 'GRID_WORKER', 'GRID_LEADER'];

/** Registers a sensor in the stock of the own area; nothing for whoever keeps none. */
export function AddSensor() {
  const t = useText(doorSensorsText);
  const problemWords = useProblemWords();
  const [label, setLabel] = useState('');
  const [id, setId] = useState(newId);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const grant = useMe()?.grants.find(({ role }) => keepers.includes(role));
  if (!grant) return null;
  const written = label.trim().toUpperCase();
  const add = async () => {
    setBusy(true);
    // the same id until it is there: a second tap adds no second sensor
    const outcome = await call(addDoorSensor, { body: { id: id as never, label: written, area: grant.area } });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (!outcome.ok) return;
    setLabel('');
    setId(newId());
    refreshAll();
  };
  return (
    <Card>
      <Heading size={5}>{t('add')}</Heading>
      <Rows gap={2}>
        <Field label={t('add-label')} value={label} maxLength={24} onChange={setLabel} />
        {problem && <Words tone="danger">{problemWords(problem)}</Words>}
        {SensorLabel.safeParse(written).success && (
          <Button icon="plus" busy={isBusy} label={t('add-save')} onPress={() => void add()} />
        )}
      </Rows>
    </Card>
  );
}

import { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { openSite } from '@grid-relief/shared-types/quarantine/site.contract';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { enqueue, newId, SendingNote, useAct } from '@/api';
import { AreaPicker } from '@/features/returnees/area-picker';
import { useText } from '@/text';
import { sitesText } from '@/text/sites';
import { Button, Field, Line, Rows, Sheet, Stepper, Words } from '@/ui';
import { RangeField } from './range-field';
import { roomRange } from './room-range';

/** A new site: its name, its grid and building, when it warns, and its rooms from one number on. */
export function OpenSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText(sitesText);
  const [id] = useState(newId);
  const doing = useAct(id);
  const [isHandedIn, setHandedIn] = useState(false);
  const [name, setName] = useState('');
  const [grid, setGrid] = useState<{ readonly id: string; readonly name: string }>();
  const [building, setBuilding] = useState(90);
  const [threshold, setThreshold] = useState(3);
  const [range, setRange] = useState({ first: '301', count: 20 });
  const rooms = roomRange(range.first, range.count);
  // a building of its own in the grid: a role for it is a role for nothing else
  const area = grid && z.safeParse(AreaId, `${grid.id}-b${String(building).padStart(2, '0')}`).data;
  const missing = name.trim().length < 2 ? 'w-name' : !area ? 'w-area' : rooms.length === 0 ? 'w-room' : undefined;
  const send = () => {
    if (!area) return;
    setHandedIn(true);
    void enqueue(openSite, { body: { id: RecordId.parse(id), name: name.trim(), area, threshold, rooms } }, id);
  };
  if (isHandedIn) {
    return (
      <Sheet title={t('open-new')} open onClose={onClose}>
        <SendingNote of={doing} />
      </Sheet>
    );
  }
  return (
    <Sheet title={t('open-new')} open onClose={onClose}>
      <Rows gap={2}>
        <Field label={t('name')} hint={t('name-hint')} maxLength={30} value={name} onChange={setName} />
        <AreaPicker
          area={grid?.id}
          name={grid?.name ?? ''}
          onChange={(chosen, label) => setGrid(chosen === undefined ? undefined : { id: chosen, name: label })}
          error={undefined}
        />
        <Line apart>
          <Words>{t('building')}</Words>
          <Stepper name={t('building')} value={building} min={1} max={99} onChange={setBuilding} />
        </Line>
        <Line apart>
          <Words>{t('threshold')}</Words>
          <Stepper name={t('threshold')} value={threshold} onChange={setThreshold} />
        </Line>
        <RangeField value={range} onChange={setRange} />
        <Button
          look="main"
          icon="check"
          label={t('open-now')}
          disabledReason={missing === undefined ? undefined : t(missing)}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}

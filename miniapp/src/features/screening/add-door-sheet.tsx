import { addDoor } from '@grid-relief/shared-types/screening/screening.contract';
import { AddedKind, type DoorRow } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import { enqueue, newId } from '@/api';
import { useText } from '@/text';
import { doorsText } from '@/text/doors';
import { Button, Choice, Field, Rows, Sheet, Words } from '@/ui';

type SheetProps = { readonly open: boolean; readonly doors: readonly DoorRow[]; readonly onClose: () => void };

/** A household on no list, found on the way: which building, what it is, and how to find it again. */
export function AddDoorSheet({ open, doors, onClose }: SheetProps) {
  const t = useText(doorsText);
  const places = [...new Map(doors.map((door) => [door.area, door])).values()];
  const [area, setArea] = useState(places[0]?.area);
  const [kind, setKind] = useState<AddedKind>('TENANT');
  const [door, setDoor] = useState('');
  const place = places.find((one) => one.area === area) ?? places[0];
  const send = () => {
    if (place === undefined) return;
    const id = newId();
    const body = { id, area: place.area, kind, door: door.trim() };
    void enqueue(addDoor, { params: { id: place.campaign }, body } as never, id); // ids of the list itself
    setDoor('');
    onClose();
  };
  return (
    <Sheet title={t('add-door')} open={open} onClose={onClose}>
      <Rows gap={2}>
        <Words tone="quiet">{t('add-door-hint')}</Words>
        {places.length > 1 && (
          <Choice
            label={t('add-where')}
            value={place?.area}
            onChange={setArea}
            options={places.map((one) => ({ value: one.area, label: one.areaName }))}
          />
        )}
        <Choice
          label={t('add-kind')}
          value={kind}
          onChange={setKind}
          options={AddedKind.options.map((value) => ({ value, label: t(`k-${value}`) }))}
        />
        <Field label={t('add-name')} value={door} maxLength={40} onChange={setDoor} />
        <Button
          look="main"
          label={t('add-send')}
          disabledReason={door.trim() === '' ? t('add-need') : undefined}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}

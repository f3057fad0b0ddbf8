import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { CarryNeed, TransferKind } from '@grid-relief/shared-types/transfers/transfer.schema';
import { addVehicle, vehicleActions } from '@grid-relief/shared-types/transfers/vehicle.contract';
import type { DriverView, VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { useState } from 'react';
import { enqueue, newId, useAct } from '@/api';
import { useText } from '@/text';
import { fleetText } from '@/text/fleet';
import { Button, Chip, Choice, Field, Line, Rows, Sheet, Stepper, Words } from '@/ui';

const kinds = TransferKind.options.filter((kind) => kind !== 'SELF_DRIVE');
const platePattern = /^[\u4E00-\u9FA5A-Za-z0-9\u00B7]{5,10}$/;

type SheetProps = {
  /** Absent: one more. */
  readonly vehicle: VehicleView | undefined;
  readonly drivers: readonly DriverView[];
  readonly onClose: () => void;
};

/** What a vehicle is: as it stands, to be changed, or a new one. */
export function VehicleSheet({ vehicle, drivers, onClose }: SheetProps) {
  const t = useText(fleetText);
  const [id] = useState(() => vehicle?.id ?? newId());
  const doing = useAct(id);
  const [plate, setPlate] = useState(vehicle?.plate ?? '');
  const [seats, setSeats] = useState(vehicle?.seats ?? 6);
  const [partition, setPartition] = useState<'yes' | 'no'>(vehicle?.partition === false ? 'no' : 'yes');
  const [trips, setTrips] = useState<readonly TransferKind[]>(vehicle?.kinds ?? kinds);
  const [carries, setCarries] = useState<readonly CarryNeed[]>(vehicle?.carries ?? []);
  const [crew, setCrew] = useState<readonly string[]>(vehicle?.drivers.map(({ driver }) => driver) ?? []);
  const missing = !platePattern.test(plate.trim()) ? 'w-plate' : trips.length === 0 ? 'w-kinds' : undefined;
  const send = () => {
    const traits = {
      ...{ plate: plate.trim(), seats, partition: partition === 'yes' },
      ...{ kinds: [...trips], carries: [...carries], drivers: [...crew] as DriverView['driver'][] }, // from the list
    };
    onClose();
    if (vehicle) void doing.act(vehicleActions.change, { ...traits, revision: vehicle.revision });
    else void enqueue(addVehicle, { body: { id: RecordId.parse(id), ...traits } }, id);
  };
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <Sheet title={vehicle?.plate ?? t('add')} open onClose={onClose}>
      <Rows gap={2}>
        <Field label={t('plate')} maxLength={10} value={plate} onChange={setPlate} />
        <Line apart>
          <Words>{t('seats-of')}</Words>
          <Stepper name={t('seats-of')} value={seats} min={1} max={60} onChange={setSeats} />
        </Line>
        <Choice label={t('has-partition')} options={yesOrNo} value={partition} onChange={setPartition} />
        <Several
          label={t('which-trips')}
          options={kinds.map((kind) => ({ value: kind, label: t(`k-${kind}`) }))}
          chosen={trips}
          onChange={setTrips}
        />
        <Several
          label={t('what-carries')}
          options={CarryNeed.options.map((need) => ({ value: need, label: t(`n-${need}`) }))}
          chosen={carries}
          onChange={setCarries}
        />
        <Several
          label={t('which-drivers')}
          options={drivers.map(({ driver, label }) => ({ value: driver as string, label }))}
          chosen={crew}
          onChange={setCrew}
        />
        <Button
          look="main"
          icon="check"
          label={t('save')}
          disabledReason={missing === undefined ? undefined : t(missing)}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}

type SeveralProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

/** Any number of a few: a tap takes one in or out. */
function Several<Value extends string>({ label, options, chosen, onChange }: SeveralProps<Value>) {
  if (options.length === 0) return null;
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Rows gap={1}>
      <Words>{label}</Words>
      <Line>
        {options.map((option) => (
          <Chip
            key={option.value}
            label={option.label}
            chosen={chosen.includes(option.value)}
            onPress={() => toggle(option.value)}
          />
        ))}
      </Line>
    </Rows>
  );
}

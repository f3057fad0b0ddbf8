import { transferChoices } from '@grid-relief/shared-types/transfers/transfer.contract';
import { useState } from 'react';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { transferStepsText } from '@/text/transfer-steps';
import { transfersText } from '@/text/transfers';
import { Icon, ListRow, Rows, Sheet, Skeleton, Words } from '@/ui';

type ChoiceProps<Chosen> = {
  readonly trip: string;
  readonly onClose: () => void;
  readonly onChoose: (chosen: Chosen) => void;
};

function useChoices(trip: string) {
  return useRead(transferChoices, { params: { id: trip as never } }, { everySeconds: 30 });
}

/** Sites with their free rooms, the roomiest first; one tap keeps the beds there. */
export function SiteSheet({ trip, onClose, onChoose }: ChoiceProps<string>) {
  const t = useText(transferStepsText);
  const read = useChoices(trip);
  const sites = (read.data?.sites ?? []).filter(({ free }) => free > 0);
  return (
    <Sheet title={t('sites-title')} open onClose={onClose}>
      {read.isLoading && <Skeleton rows={2} />}
      {!read.data && <FailedRead of={read} />}
      {read.data && sites.length === 0 && <Words tone="amber">{t('sites-none')}</Words>}
      <Rows gap={1}>
        {sites.map(({ site, name, areaName: area, free, rooms, low }) => (
          <ListRow
            key={site}
            title={name}
            note={[t('site', { area, free, rooms }), ...(low ? [t('low')] : [])].join(' · ')}
            lead={<Icon name="building" />}
            onPress={() => onChoose(site)}
          />
        ))}
      </Rows>
    </Sheet>
  );
}

/** Two taps: the vehicle that fits, then who drives it. */
export function SendSheet({ trip, onClose, onChoose }: ChoiceProps<{ vehicle: string; driver: string }>) {
  const t = useText(transferStepsText);
  const tTrip = useText(transfersText);
  const [vehicle, setVehicle] = useState<string>();
  const read = useChoices(trip);
  const { vehicles = [], drivers: all = [] } = read.data ?? {};
  const own = vehicles.find(({ id }) => id === vehicle)?.drivers ?? [];
  // a vehicle with drivers of its own goes with nobody else
  const drivers = own.length === 0 ? all : all.filter(({ driver }) => own.some((one) => one.driver === driver));
  const isEmpty = read.data && (vehicle === undefined ? vehicles : drivers).length === 0;
  return (
    <Sheet title={t(vehicle === undefined ? 'car-title' : 'driver-title')} open onClose={onClose}>
      {read.isLoading && <Skeleton rows={2} />}
      {!read.data && <FailedRead of={read} />}
      {isEmpty && <Words tone="amber">{t(vehicle === undefined ? 'cars-none' : 'drivers-none')}</Words>}
      <Rows gap={1}>
        {vehicle === undefined
          ? vehicles.map(({ id, plate, seats, partition }) => (
              <ListRow
                key={id}
                title={plate}
                note={t('car-note', { seats, wall: tTrip(partition ? 'partition' : 'no-partition') })}
                lead={<Icon name="car" />}
                onPress={() => setVehicle(id)}
              />
            ))
          : drivers.map(({ driver, label }) => (
              <ListRow
                key={driver}
                title={label}
                lead={<Icon name="person" />}
                onPress={() => onChoose({ vehicle, driver })}
              />
            ))}
      </Rows>
    </Sheet>
  );
}

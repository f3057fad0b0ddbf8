import { addVehicle, listVehicles } from '@grid-relief/shared-types/transfers/vehicle.contract';
import type { VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { useState } from 'react';
import { FailedRead, useMayAsk, useRead } from '@/api';
import { useText } from '@/text';
import { fleetText } from '@/text/fleet';
import { Button, EmptyState, NetworkBanner, Page, Rows, Skeleton } from '@/ui';
import { VehicleCard } from './vehicle-card';
import { VehicleSheet } from './vehicle-sheet';

/** Every vehicle of the county: what it is, whether it can be sent, and what the desk may do about it. */
export function FleetScreen() {
  const t = useText(fleetText);
  const list = useRead(listVehicles, {}, { everySeconds: 30 });
  const mayAdd = useMayAsk(addVehicle);
  // undefined: no sheet; 'new': one more
  const [open, setOpen] = useState<string>();
  const { data, isLoading } = list;
  const items = data?.items ?? [];
  const changed: VehicleView | undefined = items.find(({ id }) => id === open);
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={200} />}
        {data === undefined && <FailedRead of={list} />}
        {data && items.length === 0 && <EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
        {mayAdd && data && <Button icon="plus" label={t('add')} onPress={() => setOpen('new')} />}
        {items.map((vehicle) => (
          <VehicleCard key={vehicle.id} vehicle={vehicle} onChange={() => setOpen(vehicle.id)} />
        ))}
      </Rows>
      {data && (open === 'new' || changed) && (
        <VehicleSheet vehicle={changed} drivers={data.drivers} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}

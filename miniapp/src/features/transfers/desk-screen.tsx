import { transfersToDo } from '@grid-relief/shared-types/transfers/transfer.contract';
import { listVehicles, vehicleDisinfected } from '@grid-relief/shared-types/transfers/vehicle.contract';
import type { VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { ActButton, PagedList, SendingNote, useAct, useMayAsk, useRead, useReadPages } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { transfersText } from '@/text/transfers';
import { Button, Card, EmptyState, Heading, NetworkBanner, Page, Rows } from '@/ui';
import { TripWords } from './trip-words';

/** Trips in which I have a hand, what is late first: the desk's, the township's, the driver's and the receiver's list. */
export function TransferDeskScreen() {
  const t = useText(transfersText);
  const list = useReadPages(transfersToDo, { query: {} }, { keepHours: 12, everySeconds: 20 });
  const [mayClean, hasFleet] = [useMayAsk(vehicleDisinfected), useMayAsk(listVehicles)];
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          rows={3}
          height={200}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          draw={(trip) => (
            <Card
              key={trip.id}
              tone={trip.isLate ? 'danger' : 'plain'}
              onPress={() => void openPage('/packages/transfer/trip/index', { id: trip.id })}
            >
              <TripWords trip={trip} />
            </Card>
          )}
        />
        {mayClean && <Stranded />}
        {hasFleet && (
          <Button icon="car" label={t('fleet')} onPress={() => void openPage('/packages/transfer/fleet/index')} />
        )}
      </Rows>
    </Page>
  );
}

/** Vehicles that broke down stay out until somebody says that they are clean. */
function Stranded() {
  const t = useText(transfersText);
  const { data } = useRead(listVehicles, {}, { everySeconds: 60 });
  const stranded = (data?.items ?? []).filter((vehicle) => vehicle.stranded);
  if (stranded.length === 0) return null;
  return (
    <Card tone="amber">
      <Heading size={5}>{t('fleet-title')}</Heading>
      {stranded.map((vehicle) => (
        <Cleaned key={vehicle.id} vehicle={vehicle} />
      ))}
    </Card>
  );
}

function Cleaned({ vehicle: { id, plate, trip } }: { readonly vehicle: VehicleView }) {
  const t = useText(transfersText);
  const doing = useAct(id);
  return (
    <>
      <SendingNote of={doing} />
      <ActButton of={doing} does={vehicleDisinfected} body={{ trip }} label={t('fleet-clean', { plate })} />
    </>
  );
}

import type { TransferView } from '@grid-relief/shared-types/transfers/transfer.schema';
import { FailedRead } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { transferReasonsText, whyWord } from '@/text/transfer-reasons';
import { transfersText, tripWord } from '@/text/transfers';
import { Card, EmptyState, Heading, NetworkBanner, Page, Rows, Skeleton, useTimeWords, Words } from '@/ui';
import { PassengerCard } from './passenger-card';
import { TripSteps } from './trip-steps';
import { TripWords } from './trip-words';
import { useTrip } from './use-trip';

/** One trip: the next step for whoever looks, then who is on the list, then the signatures (handbook 2.4). */
export function TripScreen() {
  const t = useText(transfersText);
  const timeWords = useTimeWords();
  const { id = '' } = usePageParams();
  const { trip, at, problem, isLoading, refresh, doing } = useTrip(id);
  const isGone = trip === undefined && problem?.type === 'not-found';
  return (
    <Page title={t('trip')} banner={<NetworkBanner />} bottom={trip && <TripSteps trip={trip} doing={doing} />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={200} />}
        {isGone && <EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
        {!trip && !isGone && <FailedRead of={{ problem, refresh }} />}
        {trip && problem && at && <Words tone="amber">{t('last-known', { time: timeWords(at) })}</Words>}
        {trip && (
          <Card tone={trip.isLate ? 'danger' : 'plain'}>
            <TripWords trip={trip} />
            <WhyOff trip={trip} />
            <CarWords trip={trip} />
          </Card>
        )}
        {trip?.passengers && <Heading size={5}>{t('people', { count: trip.passengers.length })}</Heading>}
        {trip?.passengers?.map((passenger) => (
          <PassengerCard key={passenger.id} passenger={passenger} />
        ))}
        {trip && <Signatures trip={trip} />}
      </Rows>
    </Page>
  );
}

type TripProps = { readonly trip: TransferView };

/** To the driver and the desk: why nobody goes any more. */
function WhyOff({ trip: { state, timeline } }: TripProps) {
  const t = useText(transferReasonsText);
  const why = state === 'CANCELLED' ? whyWord(t, timeline.at(-1)?.reason) : undefined;
  return why === undefined ? null : <Words block>{t('off-because', { why })}</Words>;
}

function CarWords({ trip: { vehicle, driver, pickup, destination, route } }: TripProps) {
  const t = useText(transfersText);
  return (
    <>
      {vehicle && (
        <Words strong block>
          {`${t('car', vehicle)} · ${t(vehicle.partition ? 'partition' : 'no-partition')}`}
        </Words>
      )}
      {driver && <Words block>{t('driver', { name: driver.label })}</Words>}
      {pickup !== undefined && <Words block>{t('pickup', { words: pickup })}</Words>}
      {destination !== undefined && <Words block>{t('to-hospital', { place: destination })}</Words>}
      {route !== undefined && <Words block>{t('route', { words: route })}</Words>}
    </>
  );
}

/** Both halves of the hand-over sheet: who, when, how many. */
function Signatures({ trip: { signed } }: TripProps) {
  const t = useText(transfersText);
  const timeWords = useTimeWords();
  const lines = [signed.boarding, signed.handOver].flatMap((one) => one ?? []);
  if (lines.length === 0) return null;
  return (
    <Card>
      <Heading size={5}>{t('sheet-title')}</Heading>
      {lines.map(({ by, at, heads }) => (
        <Words key={at} block>
          {t('signed', { who: tripWord(t, 'o', by), time: timeWords(new Date(at)), count: heads })}
        </Words>
      ))}
    </Card>
  );
}

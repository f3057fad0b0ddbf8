import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { volunteerMe } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { useState } from 'react';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, EmptyState, Heading, NetworkBanner, Page, Rows, Skeleton, useTimeWords, Words } from '@/ui';
import { workHours } from '../carrying/use-delivery';
import { numbersFor } from './free-numbers';
import { PlaceRow } from './place-row';
import { usePlaceSlots } from './use-slots';

/** Still to be dealt with by whoever helps at the place. */
const open: readonly string[] = ['RESERVED', 'CALLED', 'MISSED'];

/** At a pick-up place: what stands there, whoever comes next first, and whose bag is still to come. */
export function PlaceScreen() {
  const t = useText(pickupPlaceText);
  const timeWords = useTimeWords();
  const me = useRead(volunteerMe, {}, { keepHours: workHours });
  const [isAll, setAll] = useState(false);
  const isKnown = me.data !== undefined || me.problem !== undefined;
  const { data, at, problem, isLoading, refresh } = usePlaceSlots(isAll ? undefined : me.data?.area, isKnown);
  const items = data?.items ?? [];
  // what was fetched on this phone stays in sight until the server has it
  const there = items.filter(({ state, bagThere }) => bagThere || !open.includes(state));
  const coming = items.filter((slot) => !there.includes(slot));
  const numbers = suggested(coming, there);
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={240} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && problem && at && <Words tone="amber">{t('last-known', { time: timeWords(at) })}</Words>}
        {data && items.length === 0 && <EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
        {there.length > 0 && <Heading>{t('there-title')}</Heading>}
        {there.map((slot) => (
          <PlaceRow key={slot.id} slot={slot} />
        ))}
        {coming.length > 0 && <Heading>{t('coming-title')}</Heading>}
        {coming.map((slot) => (
          <PlaceRow key={slot.id} slot={slot} suggested={numbers.get(slot.id)} />
        ))}
        {me.data && <Button look="link" label={t(isAll ? 'own-place' : 'all-places')} onPress={() => setAll(!isAll)} />}
      </Rows>
    </Page>
  );
}

/** A number of its own for every bag still to come, place by place. */
function suggested(coming: readonly PickupSlotView[], there: readonly PickupSlotView[]): ReadonlyMap<string, number> {
  const places = [...new Set(coming.map(placeOf))];
  return new Map(
    places.flatMap((place) => {
      const bags = coming.filter((slot) => placeOf(slot) === place);
      const taken = there.filter((slot) => placeOf(slot) === place).flatMap(({ number }) => number ?? []);
      const numbers = numbersFor(bags.length, { free: bags[0]?.freeNumber, taken });
      return bags.map(({ id }, index) => [id, numbers[index] ?? 1] as const);
    }),
  );
}

const placeOf = ({ area, place }: PickupSlotView) => `${area} ${place}`;

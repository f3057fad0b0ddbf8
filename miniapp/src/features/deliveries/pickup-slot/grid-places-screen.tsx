import { listPickupSlots, type PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { Day } from '@grid-relief/shared-types/primitives/instants';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Card, Chip, EmptyState, Heading, Line, NetworkBanner, Page, Rows, shanghaiTime, useDayWords } from '@/ui';
import { GridSlotCard } from './grid-slot-card';
import { TurnFacts } from './turn-facts';
import { useDrawnOver } from './use-slots';

/** Where somebody did not come, then whose bag waits, then whose bag is still to come. */
const needOf: Readonly<Record<string, number>> = { MISSED: 0, CALLED: 1, RESERVED: 2 };
const isOpen = ({ state }: PickupSlotView) => state in needOf;

/** By need, and the earlier turn first among equals. Pure. */
export function byNeed(a: PickupSlotView, b: PickupSlotView): number {
  const need = (needOf[a.state] ?? 3) - (needOf[b.state] ?? 3);
  return need || (a.from < b.from ? -1 : 1);
}

/** Turns at the pick-up places of the grid, day by day, missed ones first; acts from the list. */
export function GridPlacesScreen() {
  const t = useText(pickupPlaceText);
  const [day, setDay] = useState<string>();
  const asked = z.safeParse(Day, day).data;
  const query = asked === undefined ? {} : { day: asked };
  const list = useReadPages(listPickupSlots, { query }, { keepHours: 12, everySeconds: 15 });
  return (
    <Page title={t('list-title')} banner={<NetworkBanner />}>
      <Rows>
        <Days day={day} onChange={setDay} />
        <PagedList
          of={list}
          rows={3}
          height={240}
          none={<EmptyState picture="quiet" title={t('list-none')} hint={t('list-none-hint')} />}
          drawAll={(slots) => <Turns slots={slots} />}
        />
      </Rows>
    </Page>
  );
}

function Turns({ slots }: { readonly slots: readonly PickupSlotView[] }) {
  const t = useText(pickupPlaceText);
  const items = [...useDrawnOver(slots)].sort(byNeed);
  const ended = items.filter((slot) => !isOpen(slot));
  return (
    <>
      {items.filter(isOpen).map((slot) => (
        <GridSlotCard key={slot.id} slot={slot} />
      ))}
      {ended.length > 0 && <Heading size={5}>{t('done-today', { count: ended.length })}</Heading>}
      {ended.map((slot) => (
        <Card key={slot.id}>
          <TurnFacts slot={slot} />
        </Card>
      ))}
    </>
  );
}

/** Today and so many days after it, as far as times are given. */
const daysShown = 3;
const dayMs = 24 * 60 * 60 * 1000;

type DaysProps = { readonly day: string | undefined; readonly onChange: (day: string | undefined) => void };

function Days({ day, onChange }: DaysProps) {
  const dayWords = useDayWords();
  const days = Array.from({ length: daysShown }, (_, i) => shanghaiTime(new Date(Date.now() + i * dayMs)).day);
  return (
    <Line>
      {days.map((each, i) => (
        <Chip
          key={each}
          label={dayWords(each)}
          chosen={day === undefined ? i === 0 : day === each}
          onPress={() => onChange(i === 0 ? undefined : each)}
        />
      ))}
    </Line>
  );
}

import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { pickupSlotLifecycle } from '@grid-relief/shared-types/lifecycles/pickup-slot.lifecycle';
import type { ReactNode } from 'react';
import { useText } from '@/text';
import { pickupSlotText } from '@/text/pickup-slot';
import { Card, Heading, shanghaiTime, Text, type Tone, useDayWords, useTimeWords, View, Words } from '@/ui';
import { clock, useTurnWords } from './slot-words';
import './slot.css';

type SlotProps = { readonly slot: PickupSlotView };

const tones: Readonly<Record<string, Tone>> = {
  CALLED: 'amber',
  MISSED: 'amber',
  PICKED_UP: 'leaf',
  CANCELLED: 'plain',
};

/** A household's turn: the number where its bag stands or the time at which it comes, large, and what to do. */
export function SlotCard({ slot, children }: SlotProps & { readonly children?: ReactNode }) {
  const t = useText(pickupSlotText);
  const { title, next } = useSlotTold(slot);
  const isOpen = slot.state === 'RESERVED' || slot.state === 'CALLED' || slot.state === 'MISSED';
  return (
    <Card tone={tones[slot.state] ?? 'info'}>
      {isOpen && slot.bagThere && <NumberHead slot={slot} />}
      {title !== undefined && <Heading size={3}>{title}</Heading>}
      {slot.state === 'RESERVED' && <TimeLine slot={slot} />}
      {slot.state === 'CALLED' && <WhenWhere slot={slot} />}
      <Words size={5} block reads={{ live: 'polite' }}>
        {next}
      </Words>
      {isOpen && slot.bagThere && <Words block>{t('code-hint', { code: slot.code })}</Words>}
      {children}
    </Card>
  );
}

/** The number as large as on the ground, with the code on the bag beside it. */
function NumberHead({ slot: { number, code } }: SlotProps) {
  const t = useText(pickupSlotText);
  return (
    <View className="slot-head">
      {number !== undefined && (
        <View>
          <Words tone="quiet">{t('number-label')}</Words>
          <Text className="slot-number">{number}</Text>
        </View>
      )}
      <Words size={4} strong>
        {t('code', { code })}
      </Words>
    </View>
  );
}

function TimeLine({ slot }: SlotProps) {
  const t = useText(pickupSlotText);
  const dayWords = useDayWords();
  return (
    <View>
      <Words tone="quiet" block>
        {t('time-label', { day: dayWords(shanghaiTime(new Date(slot.from)).day) })}
      </Words>
      <Text className="slot-time">{`${clock(slot.from)}–${clock(slot.to)}`}</Text>
      <Words size={5} strong block>
        {t('where', { place: slot.place })}
      </Words>
      {!slot.bagThere && <Words tone="quiet">{t('code', { code: slot.code })}</Words>}
    </View>
  );
}

function WhenWhere({ slot }: SlotProps) {
  const t = useText(pickupSlotText);
  const turnWords = useTurnWords();
  return (
    <Words size={4} strong block>
      {t('when-where', { time: turnWords(slot), place: slot.place })}
    </Words>
  );
}

/** Minutes after which a missed turn is followed by the next one, as the table says. */
const chooseWithin = pickupSlotLifecycle.actions.miss.limit?.minutes ?? 30;
const minuteMs = 60_000;

type Told = { readonly title?: string; readonly next: string };

/** What has happened with a turn, in one sentence, and what to do now. */
export function useSlotTold(slot: PickupSlotView): Told {
  const t = useText(pickupSlotText);
  const missed = useMissedWords(slot);
  const { state, number, until, bagThere } = slot;
  const till = { until: clock(until) };
  const still = number === undefined ? t('still-there-bare') : t('still-there', { number });
  const there = number === undefined ? t('is-there-bare') : t('is-there', { number });
  const reserved = bagThere ? { title: still, next: t('still-there-next', till) } : { next: t('reserved-next') };
  const told: Readonly<Record<string, Told>> = {
    RESERVED: reserved,
    CALLED: { title: there, next: t('is-there-next', till) },
    MISSED: { title: t('missed'), next: missed },
    TO_DOOR: { title: t('to-door'), next: t('to-door-next') },
    PICKED_UP: { title: t('taken'), next: t('taken-next') },
    CANCELLED: { title: t('given-up'), next: t('given-up-next') },
  };
  return told[state] ?? reserved;
}

function useMissedWords({ since, actions }: PickupSlotView): string {
  const t = useText(pickupSlotText);
  const timeWords = useTimeWords();
  // after the second one there is no third: the product brings it
  if (!actions.includes('reserveAgain')) return t('missed-twice');
  const givenAt = new Date(Date.parse(since) + chooseWithin * minuteMs);
  return givenAt.getTime() > Date.now() ? t('missed-next', { time: timeWords(givenAt) }) : t('missed-soon');
}

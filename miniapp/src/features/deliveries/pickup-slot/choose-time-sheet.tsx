import { type PickupTimes, pickupTimesOfDelivery } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useState } from 'react';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { pickupSlotText } from '@/text/pickup-slot';
import { Button, EmptyState, Heading, Rows, Sheet, Skeleton, Tiles, useDayWords, Words } from '@/ui';
import { clock } from './slot-words';

type ChooseTimeProps = {
  readonly delivery: string;
  readonly onClose: () => void;
  readonly onChoose: (at: string) => void;
};

/** Which three minutes: the soonest at once, or an hour first and then a time in it. Read now, since others choose too. */
export function ChooseTimeSheet({ delivery, onClose, onChoose }: ChooseTimeProps) {
  const t = useText(pickupSlotText);
  const [day, setDay] = useState<string>();
  const query = day === undefined ? {} : { day };
  const { data, problem, isLoading, refresh } = useRead(
    pickupTimesOfDelivery,
    { params: { id: delivery }, query },
    { everySeconds: 30 },
  );
  const cannot = problem?.type === 'transition-not-allowed';
  return (
    <Sheet title={t('choose-title')} open onClose={onClose}>
      {isLoading && <Skeleton rows={3} />}
      {cannot && <EmptyState picture="quiet" title={t('choose-not')} hint={t('choose-not-hint')} />}
      {data === undefined && !cannot && <FailedRead of={{ problem, refresh }} />}
      {data && !cannot && (
        <Times key={data.day} times={data} isFirst={day === undefined} onDay={setDay} onChoose={onChoose} />
      )}
    </Sheet>
  );
}

type TimesProps = {
  readonly times: PickupTimes;
  readonly isFirst: boolean;
  readonly onDay: (day: string | undefined) => void;
  readonly onChoose: (at: string) => void;
};

const soonestShown = 4;

function Times({ times: { items, place, day, nextDay }, isFirst, onDay, onChoose }: TimesProps) {
  const t = useText(pickupSlotText);
  const dayWords = useDayWords();
  const [hour, setHour] = useState<string>();
  const hours = [...new Set(items.map(({ from }) => hourOf(from)))];
  const shown = hour === undefined ? items.slice(0, soonestShown) : items.filter(({ from }) => hourOf(from) === hour);
  if (items.length === 0 && nextDay === undefined && isFirst) {
    return <EmptyState picture="quiet" title={t('all-full')} hint={t('all-full-hint')} />;
  }
  return (
    <Rows gap={2}>
      <Words block>{t('choose-place', { place, day: dayWords(day) })}</Words>
      {items.length === 0 && <Words tone="amber">{t('day-full')}</Words>}
      {shown.length > 0 && (
        <Heading size={5}>{hour === undefined ? t('choose-soonest') : t('hour-title', { hour: Number(hour) })}</Heading>
      )}
      <Tiles>
        {shown.map(({ from }) => (
          <Button key={from} icon="clock" label={clock(from)} onPress={() => onChoose(from)} />
        ))}
      </Tiles>
      {hour !== undefined && <Button icon="left" label={t('hour-other')} onPress={() => setHour(undefined)} />}
      {hour === undefined && items.length > soonestShown && (
        <>
          <Heading size={5}>{t('choose-hour')}</Heading>
          <Tiles>
            {hours.map((each) => {
              const count = items.filter(({ from }) => hourOf(from) === each).length;
              return (
                <Button
                  key={each}
                  label={t('hour-free', { hour: Number(each), count })}
                  onPress={() => setHour(each)}
                />
              );
            })}
          </Tiles>
        </>
      )}
      {nextDay !== undefined && (
        <Button icon="calendar" label={t('to-day', { day: dayWords(nextDay) })} onPress={() => onDay(nextDay)} />
      )}
      {!isFirst && <Button icon="undo" label={t('to-first')} onPress={() => onDay(undefined)} />}
    </Rows>
  );
}

const hourOf = (from: string) => clock(from).slice(0, 2);

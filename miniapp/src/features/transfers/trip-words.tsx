import type { TransferRow } from '@grid-relief/shared-types/transfers/transfer.schema';
import { useText } from '@/text';
import { kindWord, standingWord, transfersText } from '@/text/transfers';
import { Heading, Line, Rows, StatusChip, useTimeWords, Words } from '@/ui';

/** What stands on top of a trip, in a list and on its own page: where to, how many, since when, by when. */
export function TripWords({ trip }: { readonly trip: TransferRow }) {
  const t = useText(transfersText);
  const timeWords = useTimeWords();
  const time = (at: string) => timeWords(new Date(at));
  const { areaName: area, people, code, goal, siteName: site, isLate, byAmbulance } = trip;
  return (
    <Rows gap={1}>
      <Line apart>
        <Heading size={5}>{site === undefined ? t(`to-${goal}`) : t('to', { site })}</Heading>
        <StatusChip icon="car" tone={isLate ? 'danger' : 'info'} label={standingWord(t, trip)} />
      </Line>
      <Words block>{t('head', { area, people, code })}</Words>
      <Words tone="quiet" block>
        {[kindWord(t, trip), ...(byAmbulance ? [t('by-120')] : []), t('asked', { time: time(trip.requestedAt) })].join(
          ' · ',
        )}
      </Words>
      <Words tone={isLate ? 'danger' : 'plain'} strong={isLate} block>
        {[
          ...(isLate ? [t('late')] : []),
          t('from', { time: time(trip.from) }),
          t('by', { time: time(trip.inPlaceBy) }),
        ].join(' · ')}
      </Words>
      {trip.expectedAt !== undefined && <Words block>{t('expected', { time: time(trip.expectedAt) })}</Words>}
    </Rows>
  );
}

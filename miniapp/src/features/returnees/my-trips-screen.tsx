import { myReturnees } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { ReturneeReportView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { returneeReportActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { ActButton, FailedRead, SendingNote, useAct, useRead } from '@/api';
import { MyCodesEntry } from '@/features/codes/my-codes-entry';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { returneesText } from '@/text/returnees';
import { BottomBar, Button, EmptyState, NetworkBanner, Page, Rows, Skeleton, useTimeWords, Words } from '@/ui';
import { PersonCard } from './person-row';
import { UnsentReport, useUnsentReports } from './unsent-reports';

/** Everybody I reported, with what happens next to each; kept on the phone for the way. */
export function MyTripsScreen() {
  const t = useText(returneeListsText);
  const person = useText(returneesText);
  const timeWords = useTimeWords();
  const { data, at, problem, isLoading, refresh } = useRead(myReturnees, {}, { keepHours: 48, everySeconds: 30 });
  const unsent = useUnsentReports();
  const report = () => void openPage('/packages/returnee/report/index');
  const main = <Button look="main" icon="plus" label={t('report-one')} onPress={report} />;
  return (
    <Page title={t('mine-title')} banner={<NetworkBanner />} bottom={<BottomBar main={main} />}>
      <Rows>
        <MyCodesEntry />
        {isLoading && <Skeleton rows={2} height={280} />}
        {unsent.map((command) => (
          <UnsentReport key={command.id} command={command} />
        ))}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data && problem && at && <Words tone="amber">{person('last-known', { time: timeWords(at) })}</Words>}
        {data?.items.length === 0 && unsent.length === 0 && (
          <EmptyState picture="door" title={t('mine-none')} hint={t('mine-none-hint')} />
        )}
        {data?.items.map((trip) => (
          <Trip key={trip.id} trip={trip} />
        ))}
      </Rows>
    </Page>
  );
}

/** Whoever comes alone is called off in the one card; a family together, beneath them. */
function Trip({ trip }: { readonly trip: ReturneeReportView }) {
  const t = useText(returneeListsText);
  const doing = useAct(trip.id);
  const isOne = trip.travellers.length === 1;
  const calledOff = (
    <Rows gap={2}>
      <SendingNote of={doing} />
      {trip.actions.includes('withdraw') && (
        <ActButton
          of={doing}
          does={returneeReportActions.withdraw}
          body={{ reason: { code: 'CHANGED_MIND' } }}
          look="link"
          icon="undo"
          label={t(isOne ? 'withdraw' : 'withdraw-all')}
        />
      )}
    </Rows>
  );
  return (
    <Rows gap={2}>
      {trip.travellers.map((row) => (
        <PersonCard key={row.id} row={row} mine act={isOne && calledOff} />
      ))}
      {!isOne && calledOff}
    </Rows>
  );
}

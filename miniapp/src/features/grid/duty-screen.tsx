import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { onDuty } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { FailedRead, useHolds, useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { gridText } from '@/text/grid';
import { teamsText, teamWords } from '@/text/teams';
import {
  Button,
  Card,
  EmptyState,
  ListRow,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  useTimeWords,
  Words,
} from '@/ui';
import { GridBar } from './grid-bar';

type Person = ResponseOf<typeof onDuty>['items'][number];

const mostRows = 100;
const cashierRoles = ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
const inviterRoles = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'ADMIN'];

/** Who is on duty in my area, whoever has most room first. */
export function DutyScreen() {
  const t = useText(gridText);
  const { data, problem, isLoading, refresh } = useRead(onDuty, { query: { limit: mostRows } }, { everySeconds: 30 });
  return (
    <Page title={t('duty-title')} back={false} banner={<NetworkBanner />} bottom={<GridBar here="duty" />}>
      <Rows>
        {isLoading && <Skeleton rows={4} height={140} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && <People people={data.items} />}
        <WaysOn />
      </Rows>
    </Page>
  );
}

function WaysOn() {
  const t = useText(gridText);
  const holds = useHolds();
  return (
    <>
      {holds(cashierRoles) && (
        <Button icon="yuan" label={t('to-owed')} onPress={() => void openPage('/packages/command/owed/index')} />
      )}
      {holds(inviterRoles) && (
        <Button icon="plus" label={t('to-invite')} onPress={() => void openPage('/packages/command/invite/index')} />
      )}
    </>
  );
}

const roomOf = ({ seatLimit, openSeats, healthHold }: Person) => (healthHold ? -1 : seatLimit - openSeats);

function People({ people }: { readonly people: readonly Person[] }) {
  const t = useText(gridText);
  if (people.length === 0) return <EmptyState title={t('duty-none')} hint={t('duty-none-hint')} />;
  const sorted = [...people].sort((a, b) => roomOf(b) - roomOf(a));
  const places = people.reduce((sum, each) => sum + Math.max(0, roomOf(each)), 0);
  return (
    <>
      <Words size={4} strong>
        {t('duty-sum', { people: people.length, places })}
      </Words>
      <Card>
        {sorted.map((person, index) => (
          <PersonRow key={person.person} person={person} last={index === sorted.length - 1} />
        ))}
      </Card>
    </>
  );
}

function PersonRow({ person, last }: { readonly person: Person; readonly last: boolean }) {
  const t = useText(gridText);
  const teams = useText(teamsText);
  const timeWords = useTimeWords();
  const { label, team, areaName, openSeats, seatLimit, dutyUntil, healthHold } = person;
  const until = dutyUntil === undefined ? '' : t('duty-until', { time: timeWords(new Date(dutyUntil)) });
  const load = t('duty-load', { open: openSeats, limit: seatLimit });
  const hasRoom = openSeats < seatLimit;
  return (
    <ListRow
      title={`${label} · ${teamWords(teams, team)}`}
      note={[load, areaName, until].filter(Boolean).join(' · ')}
      end={
        healthHold ? (
          <StatusChip icon="thermometer" tone="danger" label={t('duty-hold')} />
        ) : (
          <StatusChip
            icon={hasRoom ? 'check' : 'clock'}
            tone={hasRoom ? 'leaf' : 'amber'}
            label={t(hasRoom ? 'duty-free' : 'duty-full')}
          />
        )
      }
      last={last}
    />
  );
}

import { getSite, listSites, takeInWalkIn } from '@grid-relief/shared-types/quarantine/site.contract';
import type { SiteView } from '@grid-relief/shared-types/quarantine/site.schema';
import { useEffect, useState } from 'react';
import { FailedRead, refreshRecord, useMayAsk, useOutbox, useRead } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { sitesText } from '@/text/sites';
import { Button, Chip, EmptyState, Line, NetworkBanner, Page, Rows, Skeleton, StatusChip, Tiles, Words } from '@/ui';
import { Arrivals } from './arrivals';
import { IntakeNote } from './intake-note';
import { RoomSheet } from './room-sheet';
import { type ShownState, shownStates } from './room-steps';
import { RoomTile } from './room-tile';
import { SetUpSheet } from './set-up-sheet';
import { WalkInSheet } from './walk-in-sheet';

/** The rooms of one site at a glance: which the page names, or the first that this person keeps. */
export function SiteScreen() {
  const t = useText(sitesText);
  const { id } = usePageParams();
  const own = useRead(listSites, {}, { enabled: id === undefined });
  const site = id ?? own.data?.items[0]?.id;
  const isNobodys = id === undefined && own.data?.items.length === 0;
  return (
    <Page title={t('rooms-title')} wide banner={<NetworkBanner />}>
      {site !== undefined && <Rooms site={site} />}
      {isNobodys && <EmptyState picture="door" title={t('none')} hint={t('none-hint')} />}
      {site === undefined && !isNobodys && own.problem === undefined && <Skeleton rows={3} height={160} />}
      {site === undefined && own.problem !== undefined && <FailedRead of={own} />}
    </Page>
  );
}

/** A room is a record of its own: when something was done to one, the house is read anew. */
function useReadSite(id: string) {
  const sent = useOutbox().filter(({ state }) => state === 'sent').length;
  useEffect(() => {
    if (sent > 0) refreshRecord(id);
  }, [sent, id]);
  return useRead(getSite, { params: { id } }, { everySeconds: 20 });
}

function Rooms({ site: id }: { readonly site: string }) {
  const t = useText(sitesText);
  const read = useReadSite(id);
  const { data, isLoading } = read;
  return (
    <Rows>
      {isLoading && <Skeleton rows={3} height={160} />}
      {data === undefined && <FailedRead of={read} />}
      {data && data.roomList.length === 0 && (
        <EmptyState picture="door" title={t('no-rooms')} hint={t('no-rooms-hint')} />
      )}
      {data && <SiteDoors site={data} />}
      {data && data.roomList.length > 0 && <AtAGlance site={data} />}
    </Rows>
  );
}

/** Who stands at the door, and how the site is run: for whoever may. */
function SiteDoors({ site }: { readonly site: SiteView }) {
  const t = useText(sitesText);
  const mayTakeIn = useMayAsk(takeInWalkIn);
  const [sheet, setSheet] = useState<'walk-in' | 'set-up'>();
  const close = () => setSheet(undefined);
  return (
    <>
      <IntakeNote site={site} />
      {mayTakeIn && <Button look="main" icon="person" label={t('walk-in')} onPress={() => setSheet('walk-in')} />}
      {site.actions.length > 0 && <Button icon="edit" label={t('set-up')} onPress={() => setSheet('set-up')} />}
      {sheet === 'walk-in' && <WalkInSheet site={site} onClose={close} />}
      {sheet === 'set-up' && <SetUpSheet site={site} onClose={close} />}
    </>
  );
}

/** Counts that filter, who comes next, and a tile for every room. */
function AtAGlance({ site }: { readonly site: SiteView }) {
  const t = useText(sitesText);
  const [only, setOnly] = useState<ShownState>();
  const [open, setOpen] = useState<string>();
  const { name, counts, rooms, isLow, roomList } = site;
  const inState = (state: string) => roomList.filter((room) => room.state === state);
  const shown = only === undefined ? shownStates.flatMap(inState) : inState(only);
  const opened = roomList.find((room) => room.id === open);
  return (
    <>
      <Line apart>
        <Words size={3} strong>
          {`${name} · ${t('free-of', { free: counts.clean, rooms })}`}
        </Words>
        {isLow && <StatusChip icon="warning" tone="danger" label={t('is-low')} />}
      </Line>
      <Arrivals rooms={roomList} onOpen={setOpen} />
      <Line>
        <Chip
          label={t('all', { count: roomList.length })}
          chosen={only === undefined}
          onPress={() => setOnly(undefined)}
        />
        {shownStates
          .filter((state) => inState(state).length > 0)
          .map((state) => (
            <Chip
              key={state}
              label={`${t(`s-${state}`)} ${inState(state).length}`}
              chosen={only === state}
              onPress={() => setOnly(state)}
            />
          ))}
      </Line>
      <Tiles>
        {shown.map((room) => (
          <RoomTile key={room.id} room={room} onOpen={() => setOpen(room.id)} />
        ))}
      </Tiles>
      {opened && <RoomSheet room={opened} onClose={() => setOpen(undefined)} />}
    </>
  );
}

import { offeredToMe } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { myRuns } from '@grid-relief/shared-types/deliveries/run.contract';
import { type VolunteerMe, volunteerMe } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { useEffect, useRef, useState } from 'react';
import { FailedRead, LastKnown, SendingNote, useAct, useOutbox, useRead, useUnsentCount } from '@/api';
import { afterUnsent } from '@/features/deliveries/carrying/after-unsent';
import { openDelivery, openRun } from '@/features/deliveries/carrying/doors';
import { useHeld, usePollSeconds, workHours } from '@/features/deliveries/carrying/use-delivery';
import { LegsForMe } from '@/features/deliveries/handover-leg/legs-for-me';
import { PlaceEntry } from '@/features/deliveries/pickup-slot/place-entry';
import { InboxBell } from '@/features/notices/inbox-bell';
import { openPage, vibrate } from '@/platform';
import { useText } from '@/text';
import { volunteerText } from '@/text/volunteer';
import {
  BottomBar,
  Button,
  Card,
  formatFen,
  Heading,
  Icon,
  Line,
  ListRow,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  UnsentBadge,
  useTimeWords,
  Words,
} from '@/ui';
import { HeldList } from './held-list';
import { byNextStep, needsCarrier } from './held-work';
import { OffDutySheet } from './off-duty-sheet';
import { type Offer, offerOfDelivery, offerOfRun } from './offer';
import { OfferCard } from './offer-card';
import { OfferSheet } from './offer-sheet';
import { OnDutySheet } from './on-duty-sheet';
import { PoolList } from './pool-list';

const badgePage = '/packages/volunteer/badge/index';
const ledgerPage = '/packages/volunteer/ledger/index';
/** Going on and off duty are acts on oneself; they keep their order under this name. */
const dutyRecord = 'duty';

/** The volunteer's first page: duty, offers on top, what is in hand, what waits for somebody. */
export function DutyScreen() {
  const t = useText(volunteerText);
  const me = useRead(volunteerMe, {}, { keepHours: workHours, everySeconds: usePollSeconds() });
  const doing = useAct(dutyRecord);
  const [sheet, setSheet] = useState<'on' | 'off'>();
  const close = () => setSheet(undefined);
  const { data } = me;
  const start = data && !data.onDuty && !data.healthHold && (
    <BottomBar main={<Button look="main" label={t('go-on')} onPress={() => setSheet('on')} />} />
  );
  return (
    <Page
      title={t('title')}
      aside={
        <>
          <Unsent />
          <InboxBell />
        </>
      }
      banner={<NetworkBanner />}
      bottom={start || (data?.onDuty && <NextWork />)}
    >
      {me.isLoading && <Skeleton rows={4} />}
      {data === undefined && <FailedRead of={me} />}
      {data && (
        <Rows>
          <DutyCard me={data} onLeave={() => setSheet('off')} />
          <SendingNote of={doing} />
          <Work me={data} />
          <OnDutySheet doing={doing} open={sheet === 'on'} onClose={close} />
          <OffDutySheet me={data} doing={doing} open={sheet === 'off'} onClose={close} />
        </Rows>
      )}
    </Page>
  );
}

/** How much of what was done still lies on this phone; one press leads to the list. */
function Unsent() {
  return <UnsentBadge count={useUnsentCount()} onPress={() => void openPage('/pages/unsent/index')} />;
}

function DutyCard({ me, onLeave }: { readonly me: VolunteerMe; readonly onLeave: () => void }) {
  const t = useText(volunteerText);
  return (
    <Card tone={me.healthHold ? 'danger' : me.onDuty ? 'leaf' : 'plain'}>
      <Line apart>
        <Heading size={3}>{t(me.healthHold ? 'duty-hold' : me.onDuty ? 'duty-on' : 'duty-off')}</Heading>
        {me.onDuty && <Button look="link" label={t('go-off')} onPress={onLeave} />}
      </Line>
      {me.onDuty && me.dutyUntil !== undefined && <UntilWords until={me.dutyUntil} />}
      {me.healthHold && <Words>{t('duty-hold-hint')}</Words>}
      {me.holdCleared && <StatusChip icon="check" tone="leaf" label={t('hold-cleared')} />}
      {me.holdCleared?.words !== undefined && (
        <Words block>{t('hold-cleared-said', { words: me.holdCleared.words })}</Words>
      )}
      {!me.onDuty && !me.healthHold && <Words>{t('duty-off-hint')}</Words>}
      <Words tone="quiet">{`${t(`team-${me.team}`)} · ${me.areaNames.slice(-2).join(' · ')}`}</Words>
      <Words tone="quiet">
        {`${t('seats', { open: me.openSeats, limit: me.seatLimit })} · ${t('done-today', { count: me.doneToday })}`}
      </Words>
      {me.onDuty && <Button icon="shield" label={t('badge')} onPress={() => void openPage(badgePage)} />}
      {me.owedToMeFen > 0 && (
        <ListRow
          title={t('owed')}
          lead={<Icon name="yuan" />}
          end={
            <Words size={5} strong>
              {formatFen(me.owedToMeFen)}
            </Words>
          }
          onPress={() => void openPage(ledgerPage)}
          last
        />
      )}
    </Card>
  );
}

/** The main action of a working day: go on with what comes next. Nothing in hand, nothing to press. */
function NextWork() {
  const t = useText(volunteerText);
  const held = useHeld();
  const runs = useRead(myRuns, {}, { keepHours: workHours });
  const run = runs.data?.items.find(({ state }) => state !== 'OFFERED');
  const commands = useOutbox();
  const inHand = (held.data?.items ?? []).map((view) => afterUnsent(view, commands));
  const next = inHand.filter(needsCarrier).sort(byNextStep)[0];
  if (run) return <BottomBar main={<Button look="main" label={t('go-on-run')} onPress={() => openRun(run.id)} />} />;
  if (!next) return null;
  const label = t('go-on-one', { code: next.code });
  return <BottomBar main={<Button look="main" label={label} onPress={() => openDelivery(next.id)} />} />;
}

function UntilWords({ until }: { readonly until: string }) {
  const t = useText(volunteerText);
  const words = useTimeWords();
  return (
    <Words tone="quiet" block>
      {t('duty-until', { time: words(new Date(until)) })}
    </Words>
  );
}

function Work({ me: { onDuty, healthHold, area } }: { readonly me: VolunteerMe }) {
  const t = useText(volunteerText);
  const held = useHeld();
  const seconds = usePollSeconds();
  const offers = useRead(offeredToMe, {}, { everySeconds: seconds });
  const runs = useRead(myRuns, {}, { keepHours: workHours, everySeconds: seconds });
  const all = [...(offers.data?.items.map(offerOfDelivery) ?? []), ...(runs.data?.items.map(offerOfRun) ?? [])].filter(
    (offer) => offer !== undefined,
  );
  return (
    <>
      <Offers offers={all} />
      <LegsForMe />
      <PlaceEntry grid={area} />
      {held.data && <LastKnown of={held} isEmpty={held.data.items.length === 0} />}
      {held.isLoading ? (
        <Skeleton rows={2} />
      ) : (
        <HeldList
          deliveries={held.data?.items ?? []}
          runs={runs.data?.items.filter(({ state }) => state !== 'OFFERED') ?? []}
          onDuty={onDuty}
        />
      )}
      {onDuty && <PoolList />}
      {!onDuty && !healthHold && <Words tone="quiet">{t('pool-off')}</Words>}
    </>
  );
}

/** Offers on top; a new one buzzes and opens by itself, and stays open until answered or closed. */
function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  const t = useText(volunteerText);
  const [shown, setShown] = useState<Offer>();
  const seen = useRef(new Set<string>());
  const fresh = offers.find(({ id, expiresAt }) => !seen.current.has(`${id} ${expiresAt}`));
  useEffect(() => {
    if (fresh === undefined || shown !== undefined) return;
    seen.current.add(`${fresh.id} ${fresh.expiresAt}`);
    vibrate();
    setShown(fresh);
  }, [fresh, shown]);
  return (
    <>
      {offers.length > 0 && <Heading>{t('offers')}</Heading>}
      {offers.map((offer) => (
        <OfferCard key={offer.id} offer={offer} onLook={() => setShown(offer)} />
      ))}
      {shown && <OfferSheet offer={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

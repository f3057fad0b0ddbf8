import {
  listHouseholdEvents,
  openHouseholdEvent,
} from '@grid-relief/shared-types/household-events/household-event.contract';
import { useState } from 'react';
import { PagedList, useMayAsk, useReadPages } from '@/api';
import { toast, usePageParams } from '@/platform';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { BottomBar, Button, EmptyState, NetworkBanner, Page, Rows, Words } from '@/ui';
import { EventCard } from './event-card';
import { EventSheet } from './event-sheet';
import { OpenSheet } from './open-sheet';

/** Homes in which something has happened, what is late first; or the one a notice is about (handbook 2.11). */
export function HomeEventsScreen() {
  const t = useText(homeEventsText);
  const [isOpening, setOpening] = useState(false);
  const { id } = usePageParams();
  const [shown, setShown] = useState<string | undefined>(id === '' ? undefined : id);
  const mayOpen = useMayAsk(openHouseholdEvent);
  const list = useReadPages(listHouseholdEvents, { query: {} }, { everySeconds: 20 });
  // a notice may be older than what its reader sees by now: what is left is the list
  const gone = () => {
    setShown(undefined);
    toast(t('gone'));
  };
  const record = <Button look="main" icon="plus" label={t('record')} onPress={() => setOpening(true)} />;
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />} bottom={mayOpen && <BottomBar main={record} />}>
      <Rows>
        <PagedList
          of={list}
          rows={3}
          height={160}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(one) => <EventCard key={one.id} of={one} onOpen={() => setShown(one.id)} />}
        />
      </Rows>
      {isOpening && <OpenSheet onClose={() => setOpening(false)} />}
      {shown !== undefined && <EventSheet id={shown} onClose={() => setShown(undefined)} onGone={gone} />}
    </Page>
  );
}

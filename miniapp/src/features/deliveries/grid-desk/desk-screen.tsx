import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { type ReactNode, useState } from 'react';
import { type Act, FailedRead, SendingNote, useAct, useRead } from '@/api';
import { openDelivery } from '@/features/deliveries/carrying/doors';
import { GoodsCard } from '@/features/deliveries/carrying/goods-card';
import { may } from '@/features/deliveries/carrying/marks';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { queueText } from '@/text/grid-queue';
import { handOnText } from '@/text/hand-on';
import { handoverLegText } from '@/text/handover-leg';
import {
  BottomBar,
  Button,
  Card,
  Heading,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  Tiles,
  useTimeWords,
  Words,
} from '@/ui';
import { CustodyCard } from '../custody/custody-card';
import { isAtPoint } from '../handover-leg/edge';
import { openGridLegs } from '../handover-leg/legs-entry';
import { DeskTurn } from '../pickup-slot/desk-turn';
import { isFetched } from '../pickup-slot/fetched';
import { RegisterCard } from '../register/register-card';
import { type DeskAct, deskActs } from './desk-acts';
import { DeskForm } from './desk-form';
import { DoctorNote } from './doctor-note';
import { HeadCard } from './head-card';
import { HouseholdCard } from './household-card';
import { ProofCard } from './proof-card';
import { TimelineCard } from './timeline-card';
import { WhyCard } from './why-card';
import './grid-desk.css';

/** One request as the grid sees it: what is the matter, who has it and why, and everything the grid may do now. */
export function DeskScreen() {
  const t = useText(queueText);
  const desk = useText(deskText);
  const timeWords = useTimeWords();
  const { id = '' } = usePageParams();
  const read = useRead(getDelivery, { params: { id } }, { everySeconds: 15 });
  const doing = useAct(id);
  if (read.data !== undefined) {
    const stale =
      read.problem && read.at ? <Words tone="amber">{t('last-known', { time: timeWords(read.at) })}</Words> : null;
    return <Desk view={read.data} doing={doing} stale={stale} />;
  }
  return (
    <Page title={desk('desk')} banner={<NetworkBanner />}>
      {read.isLoading ? <Skeleton rows={4} height={240} /> : <FailedRead of={read} />}
    </Page>
  );
}

type DeskProps = { readonly view: DeliveryView; readonly doing: Act; readonly stale: ReactNode };

function Desk({ view, doing, stale }: DeskProps) {
  const t = useText(deskText);
  const tLeg = useText(handoverLegText);
  const handOn = useText(handOnText);
  const [open, setOpen] = useState<DeskAct>();
  const isPending = doing.state === 'sending' || doing.state === 'waiting' || doing.state === 'offline';
  const isDoctors = view.flags.includes('DOCTOR');
  // the rules refuse it as well; a button that can only fail is no help
  // of a bag at its place the turn decides, where the grid says why it goes to the door
  const isElsewhere = (act: string) => (isDoctors && act === 'triage') || (isFetched(view) && act === 'toDoor');
  const offered = deskActs.filter(({ act }) => may(view, act) && !isElsewhere(act));
  const shown = isPending ? [] : offered;
  const main = shown.find((each) => each.main);
  const press = (each: DeskAct) => {
    if (each.form === 'carry') openDelivery(view.id);
    else if (each.form !== 'direct') setOpen(each);
    else void doing.act(deliveryActions[each.act], {});
  };
  return (
    <Page
      title={view.code}
      banner={<NetworkBanner />}
      bottom={
        main && (
          <BottomBar
            main={<Button look="main" icon={main.icon} label={t(`do-${main.act}`)} onPress={() => press(main)} />}
          />
        )
      }
    >
      <Rows>
        {stale}
        <HeadCard view={view} />
        <SendingNote of={doing} />
        {isPending && <Words tone="quiet">{t('pending')}</Words>}
        <DoctorNote view={view} />
        <RegisterCard view={view} act={doing} />
        <CustodyCard view={view} act={doing} forGrid />
        {view.carrier?.self && (
          <Button look="main" icon="bike" label={handOn('carry-on')} onPress={() => openDelivery(view.id)} />
        )}
        {isAtPoint(view) && <Button icon="swap" label={tLeg('see-leg')} onPress={openGridLegs} />}
        <DeskTurn view={view} doing={doing} />
        <HouseholdCard view={view} />
        <GoodsCard view={view} />
        <ProofCard view={view} />
        <WhyCard view={view} />
        {shown.length > (main ? 1 : 0) && (
          <Card>
            <Heading size={5}>{t('other-acts')}</Heading>
            <Tiles>
              {shown
                .filter((each) => each !== main)
                .map((each) => (
                  <Button key={each.act} icon={each.icon} label={t(`do-${each.act}`)} onPress={() => press(each)} />
                ))}
            </Tiles>
          </Card>
        )}
        {offered.length === 0 && <Words tone="quiet">{t('no-acts')}</Words>}
        <TimelineCard view={view} />
      </Rows>
      {open && <DeskForm of={open} view={view} doing={doing} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import { type Act, FailedRead, SendingNote } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { carryingRunText } from '@/text/carrying-run';
import {
  BottomBar,
  Button,
  Card,
  EmptyState,
  formatFen,
  Heading,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  Tiles,
  Words,
} from '@/ui';
import '../carrying.css';
import { RunPlace } from '../../pickup-slot/run-place';
import { RunRegister } from '../../register/run-register';
import { openDutyHome } from '../doors';
import { may } from '../marks';
import { ReasonSheet } from '../reason-sheet';
import { AskHelp, HelpAsked } from './ask-help';
import { RunDoors } from './run-doors';
import { carriedFen, doorsLeft, isToBuy } from './run-figures';
import { RunMain } from './run-main';
import { RunPicking } from './run-picking';
import { useRun } from './use-run';

/** One carrier, several doors: list, labels, doors in walking order, and one big button that changes. */
export function RunScreen() {
  const { id = '' } = usePageParams();
  const t = useText(carryingRunText);
  const { run, problem, refresh, doing } = useRun(id);
  if (run && isWithOthers(run)) return <PassedOn />;
  if (run) return <RunInHand run={run} doing={doing} />;
  return (
    <Page title={t('run-title')} banner={<NetworkBanner />}>
      {problem ? <FailedRead of={{ problem, refresh }} /> : <Skeleton rows={4} />}
    </Page>
  );
}

/** Somebody else goes on with it: of a run that is not one's own, nothing can be done. Pure. */
const isWithOthers = ({ state, actions }: RunView): boolean =>
  ['ACCEPTED', 'SHOPPING', 'DOORS', 'SETTLING'].includes(state) && actions.length === 0;

function PassedOn() {
  const t = useText(carryingRunText);
  const tCarry = useText(carryingText);
  const home = <Button look="main" label={tCarry('to-home')} onPress={() => openDutyHome({})} />;
  return (
    <Page title={t('run-title')} banner={<NetworkBanner />} bottom={<BottomBar main={home} />}>
      <EmptyState title={tCarry('passed-on')} hint={tCarry('passed-on-hint')} picture="quiet" />
    </Page>
  );
}

function RunInHand({ run, doing }: { readonly run: RunView; readonly doing: Act }) {
  const t = useText(carryingRunText);
  const isOver = run.state === 'CLOSED' || run.state === 'DISSOLVED';
  const isPicking = run.state === 'ACCEPTED' || run.state === 'SHOPPING';
  // once all is paid the list has done its work; what counts then are the signs on the bags
  const isBuying = run.state === 'SHOPPING' && run.deliveries.some(isToBuy);
  const isPaid = run.deliveries.some(({ actualFen }) => actualFen !== undefined);
  const leave = isPaid ? <AskHelp run={run} doing={doing} /> : <GiveBack run={run} doing={doing} />;
  const bottom = <BottomBar main={<RunMain run={run} doing={doing} />} quiet={leave} />;
  return (
    <Page title={t('run-title')} banner={<NetworkBanner />} bottom={!isOver && bottom}>
      <Rows>
        <Head run={run} />
        <SendingNote of={doing} />
        <HelpAsked doing={doing} />
        {isOver && <EmptyState title={t('run-done')} picture="quiet" />}
        {isBuying && <Words tone="quiet">{t('run-receipt-hint')}</Words>}
        {(run.state === 'ACCEPTED' || isBuying) && <RunPicking run={run} isActive={isBuying} />}
        {isBuying && <RunRegister deliveries={run.deliveries} />}
        {isPicking && <BagLabels run={run} />}
        {run.state === 'DOORS' && <RunPlace run={run} />}
        <RunDoors run={run} />
      </Rows>
    </Page>
  );
}

function Head({ run }: { readonly run: RunView }) {
  const t = useText(carryingRunText);
  const parts = [
    t('run-doors', { count: run.doors.length }),
    t('run-left', { count: doorsLeft(run) }),
    t('run-carried', { money: formatFen(carriedFen(run.deliveries)) }),
  ];
  return (
    <Card tone="leaf">
      <Heading size={4}>{parts.join(' · ')}</Heading>
      <Words tone="quiet">{[run.shop?.name, ...run.areaNames.slice(-2)].filter(Boolean).join(' · ')}</Words>
      <RunMoney run={run} />
    </Card>
  );
}

/** What the carrier was given for shopping, and what was paid from the own pocket and comes back. */
function RunMoney({ run: { floatFen, advancedFen, handoverCash, cashHeldFen = floatFen } }: { readonly run: RunView }) {
  const t = useText(carryingRunText);
  // of a run that was passed on with cash, what came along; what was given out was another's
  const came = handoverCash === undefined ? 'run-float' : 'run-cash-held';
  const owedFen = Math.max(0, advancedFen - cashHeldFen);
  return (
    <>
      {cashHeldFen > 0 && !isCashUncounted(handoverCash) && (
        <Words block>{t(came, { money: formatFen(cashHeldFen) })}</Words>
      )}
      {handoverCash && isCashOpen(handoverCash) && (
        <Words strong tone="amber" block>
          {t('run-cash-asked', { money: formatFen(handoverCash.countedFen ?? 0) })}
        </Words>
      )}
      {advancedFen > 0 && <Words block>{t('run-advanced', { money: formatFen(advancedFen) })}</Words>}
      {owedFen > 0 && (
        <Words strong block>
          {t('run-owed', { money: formatFen(owedFen) })}
        </Words>
      )}
    </>
  );
}

type PassedCash = RunView['handoverCash'];

/** Before it is counted nothing of it is told: a count is one's own. */
const isCashUncounted = (cash: PassedCash): boolean =>
  cash !== undefined && cash.countedFen === undefined && cash.agreedFen === undefined;
/** Counted otherwise than was said, and nobody has asked both yet. */
const isCashOpen = ({ countedFen, agreedFen }: NonNullable<PassedCash>): boolean =>
  countedFen !== undefined && agreedFen === undefined;

function BagLabels({ run }: { readonly run: RunView }) {
  const t = useText(carryingRunText);
  return (
    <Card>
      <Heading size={5}>{t('run-bags')}</Heading>
      <Words tone="quiet">{t('run-bags-hint')}</Words>
      <Tiles>
        {[...run.doors]
          .sort((a, b) => a.order - b.order)
          .map(({ delivery, code, itemCount }) => (
            <Card key={delivery}>
              <Heading size={2}>{code}</Heading>
              <Words>{t('items-count', { count: itemCount })}</Words>
            </Card>
          ))}
      </Tiles>
    </Card>
  );
}

function GiveBack({ run, doing }: { readonly run: RunView; readonly doing: Act }) {
  const t = useText(carryingRunText);
  const tCarry = useText(carryingText);
  const [isOpen, setOpen] = useState(false);
  if (!may(run, 'giveBack')) return null;
  return (
    <>
      <Button label={t('run-giveBack')} onPress={() => setOpen(true)} />
      <ReasonSheet
        title={tCarry('give-back-title')}
        action="giveBack"
        open={isOpen}
        onClose={() => setOpen(false)}
        onChoose={(reason) => void doing.act(runActions.giveBack, { reason })}
      />
    </>
  );
}

import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { ReactNode } from 'react';
import { type Act, SendingNote } from '@/api';
import { useText, wordOr } from '@/text';
import { carryingText } from '@/text/carrying';
import { BottomBar, Card, Heading, Line, NetworkBanner, Page, Rows, StatusChip, useSoonWords, View, Words } from '@/ui';
import { CardInHand } from '../custody/carrier-card';
import { HandoverPhotos } from './handover-photos';
import { LateFactNotes } from './late-facts';
import { priorityTone } from './marks';
import './carrying.css';

/** What every step of a delivery is given. */
export type StepProps = { readonly view: DeliveryView; readonly doing: Act };

type FrameProps = StepProps & {
  readonly main?: ReactNode;
  readonly quiet?: ReactNode;
  readonly note?: ReactNode;
  /** Sheets over the page. */
  readonly over?: ReactNode;
  readonly children?: ReactNode;
};

/** The frame of every step: what it is, whether it was sent, the step's content, and one action at the bottom. */
export function StepFrame({ view, doing, main, quiet, note, over, children }: FrameProps) {
  const t = useText(carryingText);
  return (
    <Page
      title={t(`kind-${view.kind}`)}
      banner={<NetworkBanner />}
      bottom={(main || quiet) && <BottomBar main={main} quiet={quiet} note={note} />}
    >
      <Rows>
        <View className="carry-code">
          <Heading size={3}>{view.code}</Heading>
          <Words tone="quiet">{view.areaNames.slice(-2).join(' · ')}</Words>
        </View>
        <Line>
          <StatusChip icon="flag" tone={priorityTone(view.priority)} label={t(`priority-${view.priority}`)} />
          <StateChip view={view} />
          <SendingNote of={doing} />
        </Line>
        <ByWhen view={view} />
        <CardInHand view={view} />
        <HandoverPhotos view={view} />
        <LateFactNotes record={view.id} lines={view.lines} />
        {children}
      </Rows>
      {over}
    </Page>
  );
}

/** Steps after which only the door counts. */
const untilTheDoor: readonly string[] = ['BUY', 'DEPART', 'BRING'];

/** Until when this is to be done; nothing once an act that is not sent yet has gone past what the server knows. */
function ByWhen({ view: { next, state, actions } }: Pick<StepProps, 'view'>) {
  const t = useText(carryingText);
  const soon = useSoonWords();
  // whoever can do nothing about it has no hour to keep
  if (next.by === undefined || next.who !== 'CARRIER' || actions.length === 0) return null;
  const by = new Date(next.by);
  const time = soon(by);
  if (next.code === 'BEGIN') return state === 'ACCEPTED' ? <Words>{t('begin-by', { time })}</Words> : null;
  if (!untilTheDoor.includes(next.code) || !isOnTheWay(state)) return null;
  const isLate = by < new Date();
  return <Words tone={isLate ? 'danger' : 'plain'}>{t(isLate ? 'arrive-late' : 'arrive-by', { time })}</Words>;
}

const isOnTheWay = (state: string) => !['DROPPED', 'READY_FOR_PICKUP', 'CONFIRMED'].includes(state);

function StateChip({ view }: { readonly view: DeliveryView }) {
  const words = useStateWords();
  return <StatusChip icon="clock" tone="info" label={words(view.state)} />;
}

/** The words for a state; states a carrier never sees share one. */
export function useStateWords(): (state: string) => string {
  const t = useText(carryingText);
  return (state) => wordOr(t, carryingText, `state-${state}`, 'state-other');
}

/** A remark of the step, with the sign of how much it matters. */
export function StepNote({
  words,
  tone = 'info',
}: {
  readonly words: string;
  readonly tone?: 'info' | 'amber' | 'leaf';
}) {
  return (
    <Card tone={tone}>
      <Words size={5}>{words}</Words>
    </Card>
  );
}

import { passengerActions, revealPassenger } from '@grid-relief/shared-types/transfers/transfer.contract';
import type { PassengerView } from '@grid-relief/shared-types/transfers/transfer.schema';
import { useState } from 'react';
import { ActButton, RefusedWords, SendingNote, useAct, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { passengerWord, transferPassengersText } from '@/text/transfer-passengers';
import { transferReasonsText, whyWord } from '@/text/transfer-reasons';
import { uiText } from '@/text/ui';
import { Button, Card, Line, Rows, StatusChip, Words } from '@/ui';
import { AskTripButton } from './ask-sheet';
import { BoardSheet } from './board-sheet';
import { type Asking, ReasonSheet } from './reason-sheet';

const chips = {
  LISTED: { icon: 'clock', tone: 'amber' },
  BOARDED: { icon: 'car', tone: 'info' },
  TAKEN_OVER: { icon: 'check', tone: 'leaf' },
  TO_120: { icon: 'heart', tone: 'info' },
} as const;
const otherwise = { icon: 'cross', tone: 'danger' } as const;
const oneTap = ['handOver', 'takenBy120'] as const;
const withReason = ['refuse', 'dropOut'] as const;
const looked = { tried: ['PHONE', 'DOOR'] };

/** Somebody on the list: what has become of them, and one tap for each way it can go. */
export function PassengerCard({ passenger }: { readonly passenger: PassengerView }) {
  const t = useText(transferPassengersText);
  const tWhy = useText(transferReasonsText);
  const doing = useAct(passenger.id);
  const [isBoarding, setBoarding] = useState(false);
  const [asked, setAsked] = useState<Asking>();
  const { actions, state, luggage, room, temperatureTenths, needs } = passenger;
  const reason = whyWord(tWhy, passenger.why);
  const isOver = !['LISTED', 'BOARDED'].includes(state);
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const chip = chips[state as keyof typeof chips] ?? otherwise;
  const facts = [
    ...(luggage === undefined ? [] : [t('luggage', { count: luggage })]),
    ...(temperatureTenths === undefined ? [] : [t('measured', { degrees: (temperatureTenths / 10).toFixed(1) })]),
    ...(room === undefined ? [] : [t('room', { room })]),
    ...(reason === undefined ? [] : [reason]),
  ];
  return (
    <Card>
      <Rows gap={2}>
        <Line apart>
          <WhoGoes passenger={passenger} />
          <StatusChip {...chip} label={passengerWord(t, state)} />
        </Line>
        {facts.length > 0 && <Words tone="quiet">{facts.join(' · ')}</Words>}
        {needs.length > 0 && <Words>{needs.map((need) => t(`n-${need}`)).join(' · ')}</Words>}
        <SendingNote of={doing} />
        {isFree && actions.includes('board') && (
          <Button look="main" icon="check" label={t('p-board')} onPress={() => setBoarding(true)} />
        )}
        {oneTap
          .filter((action) => actions.includes(action))
          .map((action) => (
            <ActButton
              key={action}
              of={doing}
              does={passengerActions[action]}
              look={action === 'handOver' ? 'main' : 'quiet'}
              label={t(`p-${action}`)}
            />
          ))}
        {actions.includes('notThere') && (
          <ActButton of={doing} does={passengerActions.notThere} body={looked} label={t('p-notThere')} />
        )}
        {isFree &&
          withReason
            .filter((action) => actions.includes(action))
            .map((action) => <Button key={action} label={t(`p-${action}`)} onPress={() => setAsked(action)} />)}
        {isOver && <AskTripButton person={passenger.id} name={passenger.nameMasked} />}
      </Rows>
      {isBoarding && (
        <BoardSheet
          name={passenger.nameMasked}
          onClose={() => setBoarding(false)}
          onBoard={(seen) => {
            setBoarding(false);
            void doing.act(passengerActions.board, seen);
          }}
        />
      )}
      {(asked === 'refuse' || asked === 'dropOut') && (
        <ReasonSheet
          asked={asked}
          onClose={() => setAsked(undefined)}
          onSend={(code) => {
            setAsked(undefined);
            void doing.act(passengerActions[asked], { reason: { code } });
          }}
        />
      )}
    </Card>
  );
}

/** Masked; opened for a time by a look that is written down, to compare with the face or to call. */
function WhoGoes({ passenger: { id, code, nameMasked } }: { readonly passenger: PassengerView }) {
  const t = useText(transferPassengersText);
  const ui = useText(uiText);
  const { opened, problem, isBusy, open, hide } = useReveal(revealPassenger, id);
  const phone = opened?.phone;
  return (
    <Rows gap={1}>
      <Words strong block>
        {t('who', { name: opened?.name ?? nameMasked, code })}
      </Words>
      {!opened && (
        <Button look="link" icon="eye-closed" label={t('open')} busy={isBusy} onPress={() => void open('IDENTITY')} />
      )}
      {opened && <Words tone="quiet">{ui('lookRecorded')}</Words>}
      {phone !== undefined && (
        <Button icon="phone" label={t('call', { phone })} onPress={() => void callPhone(phone)} />
      )}
      {opened && <Button look="link" icon="eye" label={ui('hide')} onPress={hide} />}
      <RefusedWords of={problem} />
    </Rows>
  );
}

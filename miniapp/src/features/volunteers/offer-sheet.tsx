import { useCallback, useEffect, useMemo, useState } from 'react';
import { outbox, SendingNote, useAct, useProblemWords } from '@/api';
import { openDelivery, openRun } from '@/features/deliveries/carrying/doors';
import { kindIcon, priorityTone } from '@/features/deliveries/carrying/marks';
import { ReasonSheet } from '@/features/deliveries/carrying/reason-sheet';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { postMealText } from '@/text/post-meal';
import { volunteerText } from '@/text/volunteer';
import {
  Button,
  Card,
  CountdownRing,
  formatFen,
  Heading,
  Icon,
  Line,
  ListRow,
  Rows,
  Sheet,
  StatusChip,
  View,
  Words,
} from '@/ui';
import { answersOf, type Offer, standsSeconds, whyKeys } from './offer';
import './duty.css';

/** Goes to the work as soon as the server has said yes. */
function useOpenWhenTaken(offer: Offer, isTaken: boolean, onClose: () => void): void {
  const { id, kind } = offer;
  useEffect(() => {
    if (!isTaken) return;
    outbox.forgetSent(id);
    onClose();
    if (kind === 'run') openRun(id);
    else openDelivery(id);
  }, [id, kind, isTaken, onClose]);
}

/** An offer: a ring that empties, what, roughly where, how much, why you; yes, or no with one reason. */
export function OfferSheet({ offer, onClose }: { readonly offer: Offer; readonly onClose: () => void }) {
  const t = useText(volunteerText);
  const doing = useAct(offer.id);
  const [isDeclining, setDeclining] = useState(false);
  const endsAt = useMemo(() => new Date(offer.expiresAt), [offer.expiresAt]);
  const [isOver, setOver] = useState(endsAt.getTime() <= Date.now());
  const end = useCallback(() => setOver(true), []);
  const { accept, decline } = answersOf(offer);
  const isTaken = doing.commands.some(({ name, state }) => name === accept.name && state === 'sent');
  const isAnswered = doing.commands.some(({ state }) => state === 'waiting' || state === 'sending');
  useOpenWhenTaken(offer, isTaken, onClose);
  if (isDeclining) {
    return (
      <ReasonSheet
        title={t('decline-title')}
        action="decline"
        open
        onClose={() => setDeclining(false)}
        onChoose={(reason) => {
          void doing.act(decline, { reason });
          onClose();
        }}
      />
    );
  }
  const isRun = offer.kind === 'run';
  return (
    <Sheet title={isRun ? t('offer-run-title', { count: offer.doors }) : t('offer-title')} open onClose={onClose}>
      <Rows>
        <View className="duty-offer">
          {!isOver && <CountdownRing endsAt={endsAt} totalSeconds={standsSeconds(offer)} onEnd={end} />}
          <OfferWhat offer={offer} />
        </View>
        <OfferWhy offer={offer} />
        <Words tone="quiet">{t('offer-hidden')}</Words>
        {doing.refused ? <Refusal of={doing} onClose={onClose} /> : <SendingNote of={doing} />}
        {isOver && !isAnswered && !doing.refused && (
          <Card tone="amber">
            <Words size={5}>{t('offer-over')}</Words>
            <Button look="main" label={t('offer-over-next')} onPress={onClose} />
          </Card>
        )}
        {!isOver && !doing.refused && (
          <>
            <Button
              look="main"
              label={t('offer-accept')}
              busy={isAnswered}
              onPress={() => void doing.act(accept, {})}
            />
            <Button label={t('offer-decline')} onPress={() => setDeclining(true)} />
          </>
        )}
      </Rows>
    </Sheet>
  );
}

type RefusalProps = { readonly of: ReturnType<typeof useAct>; readonly onClose: () => void };

/** A refused answer to an offer: repeating it is pointless, so it is told in words and put away. */
function Refusal({ of: { refused, discard }, onClose }: RefusalProps) {
  const t = useText(volunteerText);
  const words = useProblemWords();
  if (refused === undefined) return null;
  const leave = () => {
    discard();
    onClose();
  };
  return (
    <Card tone="amber">
      <Words size={5}>{words(refused.problem)}</Words>
      <Button look="main" label={t('offer-over-next')} onPress={leave} />
    </Card>
  );
}

function OfferWhat({ offer }: { readonly offer: Offer }) {
  const t = useText(volunteerText);
  const carrying = useText(carryingText);
  const meal = useText(postMealText);
  const { what, priority, count, estimateFen, weightGrams, doors, areaNames, heads } = offer;
  const kilos = weightGrams === undefined ? undefined : (weightGrams / 1000).toFixed(1);
  return (
    <View className="carry-item-words">
      <Line>
        <Icon name={kindIcon(what)} />
        <Heading size={4}>{carrying(`kind-${what}`)}</Heading>
      </Line>
      <Words size={5}>
        {heads === undefined
          ? t('offer-what', { count, money: formatFen(estimateFen) })
          : meal('heads', { count: heads })}
      </Words>
      {kilos !== undefined && <Words size={5}>{t('offer-weight', { doors, weight: kilos })}</Words>}
      <Words>{`${t('offer-where')} ${areaNames.slice(-2).join(' · ')}`}</Words>
      <Line>
        <StatusChip icon="flag" tone={priorityTone(priority)} label={carrying(`priority-${priority}`)} />
      </Line>
    </View>
  );
}

function OfferWhy({ offer }: { readonly offer: Offer }) {
  const t = useText(volunteerText);
  const keys = whyKeys(offer.reason);
  return (
    <Card>
      <Words tone="quiet">{t('offer-why')}</Words>
      {keys.map((key, index) => (
        <ListRow
          key={key}
          // keys of reasons have no places to fill
          title={t(key as 'why-other')}
          lead={<Icon name="check" />}
          last={index === keys.length - 1}
        />
      ))}
    </Card>
  );
}

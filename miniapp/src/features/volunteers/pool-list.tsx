import { pool } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { claim } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useEffect } from 'react';
import { FailedRead, outbox, SendingNote, useAct, useOutbox, useProblemWords, useRead } from '@/api';
import { openDelivery } from '@/features/deliveries/carrying/doors';
import { kindIcon, may, priorityTone } from '@/features/deliveries/carrying/marks';
import { usePollSeconds } from '@/features/deliveries/carrying/use-delivery';
import { useGoodsName } from '@/features/deliveries/goods-name';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { postMealText } from '@/text/post-meal';
import { volunteerText } from '@/text/volunteer';
import { Button, Card, EmptyState, formatFen, Heading, Icon, Line, Rows, Skeleton, StatusChip, Words } from '@/ui';
import { useWaitedWords } from './waited';

/** Refusals that mean somebody else was quicker. */
const lostRace: readonly string[] = ['changed-meanwhile', 'transition-not-allowed', 'offer-expired', 'not-found'];

/** Work that nobody has yet: who waits longest stands largest. */
export function PoolList() {
  const t = useText(volunteerText);
  const { data, problem, isLoading, refresh } = useRead(pool, { query: {} }, { everySeconds: usePollSeconds() });
  return (
    <Rows>
      <Heading>{t('pool')}</Heading>
      {isLoading && <Skeleton rows={2} height={240} />}
      {data === undefined && <FailedRead of={{ problem, refresh }} />}
      {data?.items.length === 0 && <EmptyState title={t('pool-empty')} hint={t('pool-empty-hint')} picture="quiet" />}
      <LostRaces />
      {data?.items.map((row) => (
        <PoolCard key={row.id} row={row} />
      ))}
    </Rows>
  );
}

/** Claims that came second, said once and calmly; the row itself is gone from the list by then. */
function LostRaces() {
  const t = useText(volunteerText);
  const problemWords = useProblemWords();
  const lost = useOutbox().filter(({ name, state }) => name === claim.name && state === 'refused');
  return (
    <>
      {lost.map(({ id, problem }) => {
        const isTaken = problem !== undefined && lostRace.includes(problem.type);
        return (
          <Card key={id} tone="amber">
            <Words size={5} strong block>
              {problem === undefined || (isTaken && !problem.holder) ? t('claim-lost') : problemWords(problem)}
            </Words>
            <Words block>{t('claim-lost-next')}</Words>
            <Button label={t('all-right')} onPress={() => outbox.discard(id)} />
          </Card>
        );
      })}
    </>
  );
}

function PoolCard({ row }: { readonly row: DeliveryRow }) {
  const goods = useGoodsName();
  const t = useText(volunteerText);
  const carrying = useText(carryingText);
  const meal = useText(postMealText);
  const waited = useWaitedWords();
  const doing = useAct(row.id);
  const isTaken = doing.commands.some(({ name, state }) => name === claim.name && state === 'sent');
  const isHandover = may(row, 'takeOver');
  const isAsked = doing.state === 'sending' || doing.state === 'waiting' || doing.state === 'offline';
  useEffect(() => {
    if (!isTaken) return;
    outbox.forgetSent(row.id);
    openDelivery(row.id);
  }, [isTaken, row.id]);
  return (
    <Card tone={row.late ? 'amber' : 'plain'}>
      <Heading size={3}>{waited(row.waitingSince)}</Heading>
      <Line>
        <Icon name={kindIcon(row.kind)} />
        <Words size={5} strong>{`${carrying(`kind-${row.kind}`)} · ${row.areaName}`}</Words>
      </Line>
      {row.headCount === undefined ? (
        <>
          <Words>{goods.rows(row)}</Words>
          <Words tone="quiet">{t('pool-lines', { count: row.lineCount, money: formatFen(row.estimateFen) })}</Words>
        </>
      ) : (
        <Words strong>{meal('heads', { count: row.headCount })}</Words>
      )}
      <Line>
        <StatusChip icon="flag" tone={priorityTone(row.priority)} label={carrying(`priority-${row.priority}`)} />
        {row.needs.map((need) => (
          <StatusChip key={need} icon="heart" tone="info" label={carrying(`need-${need}`)} />
        ))}
      </Line>
      {doing.state !== 'refused' && <SendingNote of={doing} />}
      {may(row, 'claim') && doing.state !== 'refused' && (
        <Button icon="plus" label={t('claim')} busy={isAsked} onPress={() => void doing.act(claim, {})} />
      )}
      {isHandover && (
        <>
          <Words strong>{t('take-over-hint')}</Words>
          <Button icon="swap" label={t('take-over')} onPress={() => openDelivery(row.id)} />
        </>
      )}
    </Card>
  );
}

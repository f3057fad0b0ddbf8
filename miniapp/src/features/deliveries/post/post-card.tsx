import { submitDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryDraft, DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { HouseholdView } from '@grid-relief/shared-types/households/household.schema';
import type * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { enqueue, newId, refreshAll, SendingNote, useAct, useOutbox } from '@/api';
import { toast } from '@/platform';
import { useText } from '@/text';
import { postMealText } from '@/text/post-meal';
import { Button, Card, Heading, Rows, Words } from '@/ui';
import { isUnderWay } from '../resident/delivery-look';
import { errandDraft } from './errand';
import { ErrandSheet } from './errand-sheet';
import { mealDraft } from './meal';
import { MealSheet } from './meal-sheet';
import { OpenMeal } from './open-meal';

type PostCardProps = {
  readonly household: string;
  /** Absent until it has been read. */
  readonly post: HouseholdView | undefined;
  /** What was asked for at this post, newest first; absent until it has been read. */
  readonly rows: readonly DeliveryRow[] | undefined;
};

/** A post whose shift the person leads: the meal and the errand under way, or the press that asks for one. */
export function PostCard({ household, post, rows }: PostCardProps) {
  const t = useText(postMealText);
  const [asked, setAsked] = useState<'MEAL' | 'ERRAND'>();
  const open = rows?.filter(({ state }) => isUnderWay(state)) ?? [];
  const sending = useSending(household, rows ?? []);
  const name = post?.post?.name ?? t('my-post');
  const isFree = (wanted: 'MEAL' | 'ERRAND') =>
    rows !== undefined && !open.some(({ kind }) => kind === wanted) && sending === undefined;
  const send = (draftOf: (id: string) => z.input<typeof DeliveryDraft>) => {
    setAsked(undefined);
    const id = newId();
    void enqueue(submitDelivery, { body: draftOf(id) }, id).then(({ kept }) => {
      if (!kept) toast(t('not-kept'));
      refreshAll();
    });
  };
  return (
    <Card label={t('my-post')} tone={open.some(({ flags }) => flags.includes('POST_UNFED')) ? 'amber' : 'plain'}>
      <Rows gap={2}>
        <Words tone="quiet">{t('my-post')}</Words>
        <Heading size={3}>{name}</Heading>
        {open.map((row) => (
          <OpenMeal key={row.id} row={row} />
        ))}
        {sending !== undefined && <Sending record={sending} />}
        {isFree('MEAL') && (
          <>
            <Words>{t('no-meal')}</Words>
            <Button look="main" icon="bowl" label={t('ask')} onPress={() => setAsked('MEAL')} />
          </>
        )}
        {isFree('ERRAND') && <Button icon="bike" label={t('errand-ask')} onPress={() => setAsked('ERRAND')} />}
      </Rows>
      {asked === 'MEAL' && (
        <MealSheet
          post={name}
          onClose={() => setAsked(undefined)}
          onSend={(meal) => send((id) => mealDraft({ id, household, ...meal }))}
        />
      )}
      {asked === 'ERRAND' && (
        <ErrandSheet
          post={name}
          onClose={() => setAsked(undefined)}
          onSend={(errand) => send((id) => errandDraft(id, household, errand))}
        />
      )}
    </Card>
  );
}

/** The request that was handed in here and is in no list yet. */
function useSending(household: string, rows: readonly DeliveryRow[]): string | undefined {
  const isListed = (record: string) => rows.some(({ id }) => id === record);
  const isHere = (body: unknown) => typeof body === 'object' && body !== null && Object(body).household === household;
  return useOutbox().find(({ name, body, record }) => name === submitDelivery.name && isHere(body) && !isListed(record))
    ?.record;
}

function Sending({ record }: { readonly record: string }) {
  return <SendingNote of={useAct(record)} />;
}

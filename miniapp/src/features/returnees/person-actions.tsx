import type { TravellerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { travellerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { useState } from 'react';
import { type Act, SendingNote } from '@/api';
import { useText } from '@/text';
import { returneesText, wordOf } from '@/text/returnees';
import { BottomBar, Button, Rows, Sheet } from '@/ui';
import { aDayLater, likelyAct, offered, type PersonAct } from './person-acts';
import { Question } from './person-question';

// the server's own list has named it
const endpointOf = ({ act }: PersonAct) => travellerActions[act as 'acknowledge'];

const wordKey = ({ act, as }: PersonAct) => as ?? act;

type ActionsProps = { readonly person: TravellerView; readonly doing: Act };

/** What this viewer may do: the likeliest within the thumb's reach, the others one tap further; and how far it came. */
export function PersonActions({ person, doing }: ActionsProps) {
  const t = useText(returneesText);
  const [asked, setAsked] = useState<PersonAct>();
  const [isMore, setMore] = useState(false);
  const open = offered(person);
  const first = likelyAct(person, new Date());
  const rest = open.filter((one) => one !== first);
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const isFirstSending = first !== undefined && doing.isSending(endpointOf(first));
  const send = (one: PersonAct, body: object = {}) => {
    setAsked(undefined);
    void doing.act(endpointOf(one), body);
  };
  const press = (one: PersonAct) => {
    setMore(false);
    if (one.form === 'direct') send(one, one.body);
    else if (one.form === 'day') send(one, { plannedArrival: aDayLater(person.plannedAt, new Date()) });
    else setAsked(one);
  };
  if (open.length === 0 && doing.state === 'idle') return null;
  const main = first && (isFree || isFirstSending) && (
    <Button look="main" label={wordOf(t, 'w', first.act)} busy={isFirstSending} onPress={() => press(first)} />
  );
  const more = isFree && rest.length > 0 && (
    <Button icon="list" label={t('more-acts', { n: rest.length })} onPress={() => setMore(true)} />
  );
  const note = <SendingNote of={doing} />;
  return (
    <>
      <BottomBar main={main} quiet={more || undefined} note={doing.state === 'idle' ? undefined : note} />
      <Sheet title={t('more-title')} open={isMore} onClose={() => setMore(false)}>
        <Rows gap={2}>
          {rest.map((one) => (
            <Button key={wordKey(one)} label={wordOf(t, 'w', wordKey(one))} onPress={() => press(one)} />
          ))}
        </Rows>
      </Sheet>
      {asked && <Question asked={asked} onSend={(body) => send(asked, body)} onClose={() => setAsked(undefined)} />}
    </>
  );
}

import type { TravellerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { travellerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { useState } from 'react';
import { type Act, SendingNote } from '@/api';
import { useText } from '@/text';
import { returneesText, wordOf } from '@/text/returnees';
import { Button, Field, Rows, Sheet } from '@/ui';
import { aDayLater, type PersonAct, personActs, type Reason } from './person-acts';

type ActionsProps = { readonly person: TravellerView; readonly doing: Act };

/** Everything this viewer may do, the commonest first; the main one stands at the bottom of the page. */
export function PersonActions({ person, doing }: ActionsProps) {
  const t = useText(returneesText);
  const [asked, setAsked] = useState<PersonAct>();
  const send = (name: string, body: object = {}) => {
    setAsked(undefined);
    // the server's own list has named it
    const endpoint = travellerActions[name as 'acknowledge'];
    void doing.act(endpoint, body);
  };
  const press = (one: PersonAct) => {
    if (one.form === 'direct') send(one.act);
    else if (one.form === 'day') send(one.act, { plannedArrival: aDayLater(person.plannedAt, new Date()) });
    else setAsked(one);
  };
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const open = personActs.filter(({ act }) => person.actions.includes(act));
  return (
    <Rows gap={2}>
      <SendingNote of={doing} />
      {isFree &&
        open.slice(1).map((one) => <Button key={one.act} label={wordOf(t, 'w', one.act)} onPress={() => press(one)} />)}
      {asked && <Question asked={asked} onSend={(body) => send(asked.act, body)} onClose={() => setAsked(undefined)} />}
    </Rows>
  );
}

/** The one main thing to do, within the thumb's reach. */
export function MainAction({ person, doing }: ActionsProps) {
  const t = useText(returneesText);
  const [isAsked, setAsked] = useState(false);
  const first = personActs.find(({ act }) => person.actions.includes(act));
  if (first === undefined || doing.isUnderWay || doing.refused !== undefined) return null;
  // the server's own list has named it
  const endpoint = travellerActions[first.act as 'acknowledge'];
  const send = (body: object) => {
    setAsked(false);
    void doing.act(endpoint, body);
  };
  const isDirect = first.form === 'direct';
  return (
    <>
      <Button look="main" label={wordOf(t, 'w', first.act)} onPress={() => (isDirect ? send({}) : setAsked(true))} />
      {isAsked && <Question asked={first} onSend={send} onClose={() => setAsked(false)} />}
    </>
  );
}

type QuestionProps = {
  readonly asked: PersonAct;
  readonly onSend: (body: object) => void;
  readonly onClose: () => void;
};

/** What has to be said beside the tap: one reason, whether somebody answered, or who takes over. */
function Question({ asked, onSend, onClose }: QuestionProps) {
  const t = useText(returneesText);
  const [county, setCounty] = useState('');
  const reasons: readonly Reason[] = asked.reasons ?? [];
  const reason = reasons[0] === undefined ? {} : { reason: { code: reasons[0] } };
  const named = asked.act === 'confirmHandOut' ? { takenBy: county } : { county };
  return (
    <Sheet title={wordOf(t, 'w', asked.act)} open onClose={onClose}>
      <Rows gap={2}>
        {asked.form === 'call' && (
          <>
            <Button icon="check" label={t('answered')} onPress={() => onSend({ answered: true })} />
            <Button icon="cross" label={t('not-answered')} onPress={() => onSend({ answered: false })} />
          </>
        )}
        {asked.form === 'reason' &&
          reasons.map((code) => (
            <Button key={code} label={t(`r-${code}`)} onPress={() => onSend({ reason: { code } })} />
          ))}
        {asked.form === 'county' && (
          <>
            <Field label={t('other-county')} value={county} maxLength={80} onChange={setCounty} />
            <Button
              look="main"
              label={wordOf(t, 'w', asked.act)}
              disabledReason={county.trim().length < 2 ? t('other-county') : undefined}
              onPress={() => onSend({ ...named, ...reason })}
            />
          </>
        )}
      </Rows>
    </Sheet>
  );
}

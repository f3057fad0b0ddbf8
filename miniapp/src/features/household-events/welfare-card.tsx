import {
  welfareTaskActions as does,
  revealWelfareTask,
} from '@grid-relief/shared-types/household-events/welfare-task.contract';
import type { WelfareTaskView } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { useState } from 'react';
import { ActButton, RefusedWords, SendingNote, useAct, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { welfareText } from '@/text/welfare';
import { Button, Card, Heading, Line, Rows, StatusChip, useMarks, useTimeWords, Words } from '@/ui';
import { GuardianSheet } from './guardian-sheet';
import { SettleSheet } from './settle-sheet';

type Of = { readonly of: WelfareTaskView };

/** Who is left behind, who looks after them and how they are settled; on the sheet of the event. */
export function WelfareCard({ of }: Of) {
  const t = useText(welfareText);
  const timeWords = useTimeWords();
  const doing = useAct(of.id);
  const [form, setForm] = useState<'nameGuardian' | 'settle'>();
  const { state, dueAt, isLate, actions, guardian } = of;
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const done = () => setForm(undefined);
  return (
    <Card tone={state === 'OPEN' ? 'danger' : 'plain'}>
      <Rows gap={2}>
        <Line apart>
          <Heading size={5}>{t('title')}</Heading>
          <StatusChip
            icon={state === 'OPEN' ? 'warning' : 'check'}
            tone={state === 'OPEN' ? 'danger' : 'leaf'}
            label={t(`s-${state}` as 's-OPEN')}
          />
        </Line>
        <Who of={of} />
        {dueAt !== undefined && (
          <Words tone={isLate ? 'danger' : 'plain'} block>
            {t(isLate ? 'late' : 'due', { time: timeWords(new Date(dueAt)) })}
          </Words>
        )}
        {guardian && (
          <Words block>{t('guardian', { name: guardian.nameMasked, relation: t(`rel-${guardian.relation}`) })}</Words>
        )}
        <Settled of={of} />
        <SendingNote of={doing} />
        {isFree && actions.includes('nameGuardian') && (
          <Button look="main" icon="person" label={t('nameGuardian')} onPress={() => setForm('nameGuardian')} />
        )}
        {isFree && actions.includes('settle') && (
          <Button look="main" icon="home" label={t('settle')} onPress={() => setForm('settle')} />
        )}
        {actions.includes('close') && (
          <ActButton of={doing} does={does.close} look="main" icon="heart" label={t('close')} />
        )}
        <Names of={of} />
        {form === 'nameGuardian' && <GuardianSheet doing={doing} onClose={done} />}
        {form === 'settle' && <SettleSheet doing={doing} onClose={done} />}
      </Rows>
    </Card>
  );
}

function Who({ of: { people } }: Of) {
  const t = useText(welfareText);
  const marks = useMarks();
  const said = people.map(({ kind, age }) =>
    age === undefined ? t(`who-${kind}`) : t('aged', { who: t(`who-${kind}`), age }),
  );
  return (
    <Words strong block>
      {marks.list(said)}
    </Words>
  );
}

function Settled({ of: { settlement } }: Of) {
  const t = useText(welfareText);
  if (!settlement) return null;
  const { where, guardianAlong, place, school, medicine, food } = settlement;
  const along = t(guardianAlong ? 'along-yes' : 'along-no');
  return (
    <>
      <Words block>{t('settled-at', { where: t(`in-${where}`), along })}</Words>
      {place !== undefined && <Words block>{place}</Words>}
      <Words block>{t('settled-school', { words: school })}</Words>
      <Words block>{t('settled-medicine', { words: medicine })}</Words>
      <Words block>{t('settled-food', { words: food })}</Words>
    </>
  );
}

/** Names and the guardian's number, by a look that is written down. */
function Names({ of: { id } }: Of) {
  const t = useText(welfareText);
  const tUi = useText(uiText);
  const marks = useMarks();
  const { opened, problem, isBusy, open, hide } = useReveal(revealWelfareTask, id);
  if (!opened) {
    return (
      <>
        <RefusedWords of={problem} />
        <Button icon="eye" label={t('look')} busy={isBusy} onPress={() => void open('CALL')} />
      </>
    );
  }
  const { people, guardian } = opened;
  const phone = guardian?.phone;
  return (
    <Rows gap={2}>
      <Words block>{marks.list(people.map(({ kind, name }) => name ?? t(`who-${kind}`)))}</Words>
      {guardian && <Words strong>{guardian.name}</Words>}
      <Words tone="quiet">{tUi('lookRecorded')}</Words>
      {guardian && phone !== undefined && (
        <Button icon="phone" label={t('call', { name: guardian.name })} onPress={() => void callPhone(phone)} />
      )}
      <Button look="link" icon="eye-closed" label={tUi('hide')} onPress={hide} />
    </Rows>
  );
}

import {
  householdEventActions as does,
  getHouseholdEvent,
} from '@grid-relief/shared-types/household-events/household-event.contract';
import type { HouseholdEventView } from '@grid-relief/shared-types/household-events/household-event.schema';
import { useEffect, useState } from 'react';
import { ActButton, FailedRead, isLasting, SendingNote, useAct, useRead } from '@/api';
import { CallHome } from '@/features/households/call-home';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { Button, Card, Heading, Rows, Sheet, Skeleton, useMarks, Words } from '@/ui';
import { EventHead } from './event-card';
import { EventTimeline } from './event-timeline';
import { InTheWay } from './in-the-way';
import { LeftBehindForm } from './left-behind-form';
import { SecureForm } from './secure-form';
import { WelfareCard } from './welfare-card';

type SheetProps = {
  readonly id: string;
  readonly onClose: () => void;
  /** It is not there for this person, or not any more. */
  readonly onGone: () => void;
};

/** One home with everything that is open in it, and every step that this person may take now. */
export function EventSheet({ id, onClose, onGone }: SheetProps) {
  const t = useText(homeEventsText);
  const read = useRead(getHouseholdEvent, { params: { id } }, { everySeconds: 20 });
  const { data, problem, isLoading, refresh } = read;
  const isGone = problem !== undefined && isLasting(problem);
  useEffect(() => {
    if (isGone) onGone();
  }, [isGone, onGone]);
  return (
    <Sheet title={data ? t('door', { door: data.doorCode, code: data.code }) : t('title')} open onClose={onClose}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={160} />}
        {!data && !isLoading && <FailedRead of={{ problem, refresh }} />}
        {data && <Steps event={data} />}
      </Rows>
    </Sheet>
  );
}

type Of = { readonly event: HouseholdEventView };

function Steps({ event }: Of) {
  const t = useText(homeEventsText);
  const doing = useAct(event.id);
  const [form, setForm] = useState<'secure' | 'openWelfare'>();
  const back = () => setForm(undefined);
  if (form === 'secure') return <SecureForm doing={doing} onDone={back} />;
  if (form === 'openWelfare') {
    return (
      <LeftBehindForm
        label={t('openWelfare')}
        onBack={back}
        onSend={(leftBehind) => {
          back();
          void doing.act(does.openWelfare, { leftBehind });
        }}
      />
    );
  }
  const { actions, words, held } = event;
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <>
      <EventHead of={event} />
      {words !== undefined && <Words block>{t('said', { words })}</Words>}
      {held !== undefined && held > 0 && <Words block>{t('held', { count: held })}</Words>}
      <Secured event={event} />
      <SendingNote of={doing} />
      {isFree && actions.includes('secure') && (
        <Button look="main" icon="check" label={t('secure')} onPress={() => setForm('secure')} />
      )}
      {event.welfare.map((task) => (
        <WelfareCard key={task.id} of={task} />
      ))}
      <InTheWay event={event} doing={doing} />
      {actions.includes('reconcile') && (
        <ActButton of={doing} does={does.reconcile} look="main" icon="check" label={t('reconcile')} />
      )}
      {actions.includes('close') && (
        <ActButton of={doing} does={does.close} look="main" icon="check" label={t('close')} />
      )}
      {isFree && actions.includes('openWelfare') && (
        <Button icon="people" label={t('openWelfare')} onPress={() => setForm('openWelfare')} />
      )}
      <EventTimeline event={event} />
      <CallHome household={event.household} label={t('call')} />
    </>
  );
}

/** What was done about people, pets and goods, a word each. */
function Secured({ event: { secured } }: Of) {
  const t = useText(homeEventsText);
  const marks = useMarks();
  if (!secured) return null;
  return (
    <Card>
      <Heading size={5}>{t('steps-title')}</Heading>
      {(['people', 'pets', 'goods'] as const).map((which) => (
        <Words key={which} block>
          {marks.said(t(which), secured[which])}
        </Words>
      ))}
    </Card>
  );
}

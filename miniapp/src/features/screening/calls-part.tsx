import {
  screeningCallbackActions as actions,
  revealDoor,
  screeningCallbacks,
} from '@grid-relief/shared-types/screening/screening.contract';
import type { CallbackRow } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import {
  ActButton,
  FailedRead,
  MoreOfList,
  SendingNote,
  useAct,
  useProblemWords,
  useReadPages,
  useReveal,
} from '@/api';
import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { uiText } from '@/text/ui';
import { Button, Card, Heading, Rows, Skeleton, Words } from '@/ui';
import { type WhyCode, WhySheet } from './why-sheet';

const whys = ['ONE_MORE', 'CAME_BACK', 'OTHER'] as const;

/** Homes that are phoned: what was said at the door is opened by a look that is written down. */
export function CallsPart({ campaign }: { readonly campaign: string }) {
  const t = useText(screeningText);
  const list = useReadPages(screeningCallbacks, { query: { campaign } } as never, { everySeconds: 60 });
  const { data, items, isLoading } = list;
  if (isLoading) return <Skeleton rows={1} height={160} />;
  if (data === undefined) return <FailedRead of={list} />;
  if (items.length === 0) return null;
  return (
    <Rows>
      <Heading>{t('calls', { n: items.length })}</Heading>
      <Words tone="quiet">{t('calls-hint')}</Words>
      {items.map((call) => (
        <OneCall key={call.id} call={call} />
      ))}
      <MoreOfList of={list} />
    </Rows>
  );
}

function OneCall({ call }: { readonly call: CallbackRow }) {
  const t = useText(screeningText);
  const doing = useAct(call.id);
  const [isAsked, setAsked] = useState(false);
  const choose = (code: WhyCode) => {
    setAsked(false);
    void doing.act(actions.differs, { reason: { code } });
  };
  const may = (action: string) => call.actions.includes(action);
  return (
    <Card>
      <Rows gap={2}>
        <Words tone="quiet">{call.areaName}</Words>
        <Heading size={5}>{call.door}</Heading>
        <SaidAtDoor visit={call.visit} />
        <SendingNote of={doing} />
        {may('sameAnswer') && (
          <ActButton of={doing} does={actions.sameAnswer} look="main" icon="check" label={t('same')} />
        )}
        {may('differs') && !doing.isUnderWay && <Button label={t('differs')} onPress={() => setAsked(true)} />}
        {may('noReply') && <ActButton of={doing} does={actions.noReply} label={t('no-reply', { n: call.calls })} />}
        <WhySheet
          title={t('why')}
          codes={isAsked ? whys : undefined}
          onClose={() => setAsked(false)}
          onChoose={choose}
        />
      </Rows>
    </Card>
  );
}

/** What was said at a door and its phone, opened by leaders for a time; the look is written down. */
export function SaidAtDoor({ visit }: { readonly visit: string }) {
  const t = useText(screeningText);
  const ui = useText(uiText);
  const problemWords = useProblemWords();
  const { opened, problem, isBusy, open, hide } = useReveal(revealDoor, visit);
  if (opened === undefined) {
    return (
      <>
        <Button icon="eye-closed" label={t('call-open')} busy={isBusy} onPress={() => void open('COMPARE')} />
        {problem && <Words tone="danger">{problemWords(problem)}</Words>}
      </>
    );
  }
  const said = opened.answers?.at(-1)?.answers;
  return (
    <Rows gap={2}>
      {opened.phone !== undefined && <Words strong>{t('call-phone', { phone: opened.phone })}</Words>}
      {said?.home !== undefined && <Words>{t('call-home', { n: said.home })}</Words>}
      {said?.planned?.map(({ where }) => (
        <Words key={where}>{where}</Words>
      ))}
      {said?.words !== undefined && <Words>{said.words}</Words>}
      {said === undefined && <Words>{t('call-none')}</Words>}
      <Words tone="quiet">{ui('lookRecorded')}</Words>
      <Button look="link" icon="eye" label={ui('hide')} onPress={hide} />
    </Rows>
  );
}

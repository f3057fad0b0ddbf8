import { codeRequestActions, myCodeRequests } from '@grid-relief/shared-types/quarantine/code-request.contract';
import type { CodeRequestView } from '@grid-relief/shared-types/quarantine/code-request.schema';
import { useState } from 'react';
import { type Act, FailedRead, SendingNote, useAct, useRead } from '@/api';
import { useText } from '@/text';
import { type MyCodeWords, myCodesText, myCodeWord } from '@/text/my-codes';
import { policyRulesText } from '@/text/policy-rules';
import {
  Button,
  Card,
  EmptyState,
  Heading,
  type IconName,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  Timeline,
  type Tone,
  useTimeWords,
  WhySheet,
  Words,
} from '@/ui';

const appealReasons = ['NOT_THERE', 'DATES_WRONG', 'TESTS_DONE', 'PERSON_DIFFERS', 'OTHER_REASON'] as const;
const refusing: readonly string[] = ['recordRefused', 'recordAppealRefused'];

/** The codes of everybody at home: which one, why, how far it is, and how to say that it is wrong (handbook 2.11). */
export function MyCodesScreen() {
  const t = useText(myCodesText);
  // about health: not kept on the device
  const { data, problem, isLoading, refresh } = useRead(myCodeRequests, {}, { everySeconds: 60 });
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={2} height={300} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data?.items.length === 0 && <EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
        {data?.items.map((request) => (
          <MyCode key={request.id} request={request} />
        ))}
      </Rows>
    </Page>
  );
}

type Of = { readonly request: CodeRequestView };

const looks: Readonly<Record<string, readonly [IconName, Tone]>> = {
  ...{ REFUSED: ['warning', 'amber'], REFUSED_FINAL: ['warning', 'danger'], CONFIRMED: ['check', 'leaf'] },
  WITHDRAWN: ['minus', 'quiet'],
};

function MyCode({ request }: Of) {
  const t = useText(myCodesText);
  const policies = useText(policyRulesText);
  const timeWords = useTimeWords();
  const doing = useAct(request.id);
  const { state, wanted, category, nameMasked: name, waitsSince, timeline } = request;
  const [icon, tone] = looks[state] ?? ['clock', 'info'];
  const refusal = timeline.filter(({ action }) => refusing.includes(action)).at(-1);
  return (
    <Card tone={state === 'REFUSED' ? 'amber' : 'plain'}>
      <Words tone="quiet" block>
        {name}
      </Words>
      <Heading size={4}>{t(`wanted-${wanted ?? 'none'}`)}</Heading>
      {wanted !== undefined && <Words block>{t(`means-${wanted}`)}</Words>}
      <StatusChip icon={icon} tone={tone} label={myCodeWord(t, 's', state)} />
      {category !== undefined && <Words block>{t('ground', { ground: policies(category) })}</Words>}
      <Words tone="quiet" block>
        {t('since', { time: timeWords(new Date(waitsSince)) })}
      </Words>
      {refusal && <Words block>{t('refused-because', { why: saidOf(t, refusal) })}</Words>}
      <SendingNote of={doing} />
      {state === 'REFUSED' && <Appeal request={request} doing={doing} />}
      <SoFar request={request} />
    </Card>
  );
}

/** The reason's word, and what was said beside it. */
function saidOf(t: MyCodeWords, { reason = '', words }: CodeRequestView['timeline'][number]): string {
  return [myCodeWord(t, 'r', reason), words].filter((part) => part !== undefined).join(' · ');
}

/** Seven days, by the person alone; whoever speaks for them is told so. */
function Appeal({ request, doing }: Of & { readonly doing: Act }) {
  const t = useText(myCodesText);
  const timeWords = useTimeWords();
  const [isOpen, setOpen] = useState(false);
  const { dueAt, actions, revision } = request;
  if (doing.isUnderWay) return null;
  return (
    <Rows gap={2}>
      {dueAt !== undefined && (
        <Words strong block>
          {t('until', { time: timeWords(new Date(dueAt)) })}
        </Words>
      )}
      {actions.includes('appeal') ? (
        <Button look="main" icon="message" label={t('appeal')} onPress={() => setOpen(true)} />
      ) : (
        <Words block>{t('self-only')}</Words>
      )}
      {isOpen && (
        <WhySheet
          title={t('appeal-title')}
          wordsLabel={t('appeal-words')}
          reasons={appealReasons.map((code) => ({ code, label: t(`a-${code}`) }))}
          onClose={() => setOpen(false)}
          onSend={(reason) => void doing.act(codeRequestActions.appeal, { revision, reason })}
        >
          <Words tone="quiet">{t('appeal-hint')}</Words>
        </WhySheet>
      )}
    </Rows>
  );
}

function SoFar({ request: { timeline, writtenAt } }: Of) {
  const t = useText(myCodesText);
  const timeWords = useTimeWords();
  const steps = timeline.map(({ at, action, reason, words }) => ({
    ...{ at, title: myCodeWord(t, 'h', action) },
    said: action === 'appeal' ? [myCodeWord(t, 'a', reason ?? ''), words] : [],
  }));
  const entries = [{ at: writtenAt, title: t('h-written'), said: [] }, ...steps].map(({ at, title, said }, i) => ({
    ...{ id: `${at} ${i}`, title },
    note: [timeWords(new Date(at)), ...said].filter((part) => part !== undefined).join(' · '),
    state: i === steps.length ? ('now' as const) : ('done' as const),
  }));
  return <Timeline label={t('so-far')} entries={entries} />;
}

import { useState } from 'react';
import { type Problem, SendingNote, useAct, useActingFor, useFieldErrors } from '@/api';
import { openPage, usePageParams } from '@/platform';
import { useText } from '@/text';
import { reportText } from '@/text/returnee-report';
import { BottomBar, Button, Card, Choice, Heading, NetworkBanner, Page, Rows, Words } from '@/ui';
import { PeopleFields, PlacesFields } from './person-fields';
import { type Draft, fieldsOfPeople, type Mode, modes, refusalOf } from './report-draft';
import { findingsIn } from './report-findings';
import { reportFrom, whatIsMissing } from './report-rules';
import { StayFields, TripFields } from './stay-fields';
import { type Handed, useReport } from './use-report';

const titles = { home: 'form-title', post: 'form-post', door: 'form-door' } as const;
const speakers = ['FAMILY', 'SELF', 'EMPLOYER'] as const;
const ownFields = (draft: Draft) => [
  ...fieldsOfPeople(draft),
  ...['household', 'area', 'place', 'responsibleHost/phone', 'responsibleHost'].map((part) => `/destination/${part}`),
  '/plannedArrival',
];

/** Somebody comes, or has come: who, from where, when and where to. Kept on the phone at every change. */
export function ReportScreen() {
  const t = useText(reportText);
  const { mode: asked } = usePageParams();
  const mode = modes.find((one) => one === asked) ?? 'home';
  const household = useActingFor();
  const { draft, change, isKept, handed, handIn, next } = useReport(mode);
  const refusal = refusalOf(draft);
  // told once somebody wants to send it, and put right word by word
  const [isChecked, setChecked] = useState(false);
  const found = findingsIn(draft, new Date());
  const errors = found.map(({ pointer, word }) => ({ pointer, detail: t(word) }));
  const own: Problem | undefined =
    isChecked && errors.length > 0 ? { type: 'invalid-input', status: 0, errors } : undefined;
  const wrong = useFieldErrors(own ?? refusal, ownFields(draft));
  const missing = whatIsMissing(draft, mode, household?.household);
  const send = () => {
    setChecked(found.length > 0);
    if (found.length === 0) void handIn(reportFrom(draft, mode, household?.household, new Date()));
  };
  const main = (
    <Button
      look="main"
      label={t(refusal === undefined ? 'send' : 'send-again')}
      disabledReason={missing === undefined ? undefined : t(missing)}
      onPress={send}
    />
  );
  if (handed !== undefined) return <Gone handed={handed} mode={mode} onAnother={next} />;
  return (
    <Page
      title={t(titles[mode])}
      banner={<NetworkBanner />}
      bottom={<BottomBar main={main} note={<Words>{t(isKept ? 'kept' : 'not-kept')}</Words>} />}
    >
      <Rows>
        <Words tone="quiet">{t('form-hint')}</Words>
        {wrong.rest && (
          <Card tone="danger">
            <Words reads={{ role: 'alert' }}>{wrong.rest}</Words>
          </Card>
        )}
        {mode === 'home' && (
          <Choice
            label={t('who-says')}
            value={draft.foundBy}
            onChange={(foundBy) => change({ foundBy })}
            options={speakers.map((value) => ({ value, label: t(`found-${value}`) }))}
          />
        )}
        <PeopleFields draft={draft} change={change} wrong={wrong} />
        <PlacesFields draft={draft} change={change} wrong={wrong} />
        <TripFields draft={draft} change={change} wrong={wrong} mode={mode} />
        <StayFields draft={draft} change={change} wrong={wrong} mode={mode} home={household?.label} />
      </Rows>
    </Page>
  );
}

type GoneProps = { readonly handed: Handed; readonly mode: Mode; readonly onAnother: () => void };

/** The truth about where the report is, and the way on: to what happens next, or to the next one at a post or a door. */
function Gone({ handed: { id, kept }, mode, onAnother }: GoneProps) {
  const t = useText(reportText);
  const doing = useAct(id);
  // the outbox forgets what has arrived
  const isSent = doing.state === 'sent' || doing.state === 'idle';
  const isOwn = mode === 'home';
  const trips = () => void openPage('/packages/returnee/list/index');
  return (
    <Page title={t(titles[mode])} banner={<NetworkBanner />}>
      <Card tone={isSent ? 'leaf' : 'amber'}>
        <Rows>
          {isSent ? <Heading>{t('sent')}</Heading> : <SendingNote of={doing} />}
          {!isSent && !kept && <Words tone="danger">{t('not-kept-sent')}</Words>}
          <Words>{t(isSent ? (isOwn ? 'sent-hint' : 'sent-staff') : 'unsent-hint')}</Words>
          {isOwn && <Button look="main" label={t('see-trips')} onPress={trips} />}
          <Button look={isOwn ? 'quiet' : 'main'} icon="plus" label={t('another-one')} onPress={onAnother} />
        </Rows>
      </Card>
    </Page>
  );
}

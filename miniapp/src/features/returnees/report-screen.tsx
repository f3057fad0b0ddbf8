import { newId, useActingFor, useFieldErrors } from '@/api';
import { openPage, usePageParams } from '@/platform';
import { useText } from '@/text';
import { returneesText } from '@/text/returnees';
import { BottomBar, Button, Card, Choice, Heading, NetworkBanner, Page, Rows, StatusChip, Words } from '@/ui';
import { PeopleFields, PlacesFields } from './person-fields';
import { type Draft, modes, reportFrom, useReportDraft, whatIsMissing } from './report-draft';
import { StayFields, TripFields } from './stay-fields';
import { type Sending, useSending } from './use-sending';

const titles = { home: 'form-title', post: 'form-post', door: 'form-door' } as const;
const speakers = ['FAMILY', 'SELF', 'EMPLOYER'] as const;
const ownFields = (draft: Draft) => [
  ...draft.people.flatMap((_, i) =>
    ['name', 'phone', 'idNumber', 'birthYear'].map((part) => `/travellers/${i}/${part}`),
  ),
  ...draft.places.flatMap((_, i) => [`/stays/${i}/from`, `/stays/${i}/to`]),
  ...['household', 'area', 'place', 'responsibleHost'].map((part) => `/destination/${part}`),
  '/plannedArrival',
];

/** Somebody comes, or has come: who, from where, when and where to. Kept on the phone at every change. */
export function ReportScreen() {
  const t = useText(returneesText);
  const { mode: asked } = usePageParams();
  const mode = modes.find((one) => one === asked) ?? 'home';
  const household = useActingFor();
  const { draft, change, restart, isKept } = useReportDraft(mode);
  const sending = useSending();
  const wrong = useFieldErrors(sending.problem, ownFields(draft));
  const missing = whatIsMissing(draft, mode, household?.household);
  const send = () => {
    const isAgain = sending.state === 'refused';
    const id = isAgain ? newId() : draft.id;
    if (isAgain) {
      sending.takeBack();
      change({ id });
    }
    sending.send(reportFrom({ ...draft, id }, mode, household?.household, new Date()));
  };
  const main = (
    <Button
      look="main"
      label={t(sending.state === 'refused' ? 'send-again' : 'send')}
      disabledReason={missing === undefined ? undefined : t(missing)}
      onPress={send}
    />
  );
  const isGone = sending.state !== 'none' && sending.state !== 'refused';
  const another = () => {
    restart();
    sending.next();
  };
  return (
    <Page
      title={t(titles[mode])}
      banner={<NetworkBanner />}
      bottom={isGone ? undefined : <BottomBar main={main} note={<Words>{t(isKept ? 'kept' : 'not-kept')}</Words>} />}
    >
      {isGone ? (
        <Gone state={sending.state} onAnother={another} />
      ) : (
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
      )}
    </Page>
  );
}

type GoneProps = { readonly state: Sending['state']; readonly onAnother: () => void };

/** The truth about where the report is, and the way to what happens next. */
function Gone({ state, onAnother }: GoneProps) {
  const t = useText(returneesText);
  const isSent = state === 'sent';
  const words = isSent ? 'sent' : state === 'sending' ? 'sending' : 'waiting';
  return (
    <Card tone={isSent ? 'leaf' : 'amber'}>
      <Rows>
        <StatusChip icon={isSent ? 'check' : 'clock'} tone={isSent ? 'leaf' : 'amber'} label={t(words)} />
        {isSent && <Heading>{t('sent-hint')}</Heading>}
        <Button look="main" label={t('see-trips')} onPress={() => void openPage('/packages/returnee/list/index')} />
        <Button icon="plus" label={t('another-one')} onPress={onAnother} />
      </Rows>
    </Card>
  );
}

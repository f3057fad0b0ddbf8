import { householdVisitActions } from '@grid-relief/shared-types/screening/screening.contract';
import { useState } from 'react';
import { type Problem, SendingNote, useAct, useFieldErrors } from '@/api';
import { PeopleFields, PlacesFields } from '@/features/returnees/person-fields';
import { type Draft, emptyReport, fieldsOfPeople } from '@/features/returnees/report-draft';
import { findingsIn } from '@/features/returnees/report-findings';
import { reportFrom, whatIsMissing } from '@/features/returnees/report-rules';
import { goBack, usePageParams } from '@/platform';
import { useText } from '@/text';
import { doorsText } from '@/text/doors';
import { reportText } from '@/text/returnee-report';
import { BottomBar, Button, Card, Heading, NetworkBanner, Page, Rows, Words } from '@/ui';
import { doorDrafts } from './door-drafts';
import { sayAtDoor } from './use-door';
import { useKnownDoor } from './use-known-door';

/** Where the report goes is the door's to say: it needs no place of its own. */
const atDoor = { area: 'door', place: 'door' } as const;

/** Who has come to this door; kept on the phone at every change, and handed in together with the door itself. */
export function DoorReportScreen() {
  const t = useText(doorsText);
  const words = useText(reportText);
  const { id = '' } = usePageParams();
  const doing = useAct(id);
  const { door } = useKnownDoor(id);
  const [draft, setDraft] = useState<Draft>(
    () => doorDrafts.find(`draft:door:${id}`) ?? { ...emptyReport('door'), id },
  );
  const [isKept, setKept] = useState(true);
  const [isChecked, setChecked] = useState(false);
  const [isHanded, setHanded] = useState(false);
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...part };
      setKept(doorDrafts.write(next));
      return next;
    });
  const found = findingsIn(draft, new Date());
  const errors = found.map(({ pointer, word }) => ({ pointer, detail: words(word) }));
  const own: Problem | undefined =
    isChecked && errors.length > 0 ? { type: 'invalid-input', status: 0, errors } : undefined;
  const wrong = useFieldErrors(own, fieldsOfPeople(draft));
  const missing = whatIsMissing({ ...draft, ...atDoor }, 'door', undefined);
  const send = () => {
    setChecked(found.length > 0);
    if (found.length > 0) return;
    const {
      id: _id,
      foundBy: _foundBy,
      destination: _where,
      ...report
    } = reportFrom(draft, 'door', undefined, new Date());
    sayAtDoor(doing, door?.actions ?? [], { endpoint: householdVisitActions.foundReturnee, body: { report } });
    setHanded(true);
  };
  if (isHanded && doing.refused === undefined) {
    const back = <Button look="main" label={t('back-to-list')} onPress={() => void goBack()} />;
    return (
      <Page title={t('report-title')} banner={<NetworkBanner />} bottom={<BottomBar main={back} />}>
        <Card tone="leaf">
          <Heading>{t('report-gone')}</Heading>
          <SendingNote of={doing} />
          <Words block>{t('report-next')}</Words>
        </Card>
      </Page>
    );
  }
  const main = (
    <Button
      look="main"
      label={t('report-send')}
      disabledReason={missing === undefined ? undefined : words(missing)}
      onPress={send}
    />
  );
  const note = <Words>{t(isKept ? 'kept' : 'not-kept')}</Words>;
  return (
    <Page title={t('report-title')} banner={<NetworkBanner />} bottom={<BottomBar main={main} note={note} />}>
      <Rows>
        <Words tone="quiet">{t('report-hint')}</Words>
        <SendingNote of={doing} />
        <PeopleFields draft={draft} change={change} wrong={wrong} />
        <PlacesFields draft={draft} change={change} wrong={wrong} />
      </Rows>
    </Page>
  );
}

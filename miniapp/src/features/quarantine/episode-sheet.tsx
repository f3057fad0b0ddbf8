import { episodeActions, getEpisode } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { useState } from 'react';
import { type Act, FailedRead, SendingNote, useAct, useRead } from '@/api';
import { MayBeOne } from '@/features/merges/may-be-one';
import { SamePersonCard } from '@/features/merges/same-person-card';
import { AskTripButton } from '@/features/transfers/ask-sheet';
import { openPage } from '@/platform';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { quarantineStepsText } from '@/text/quarantine-steps';
import { Button, Rows, Sheet, Skeleton } from '@/ui';
import { CallPerson } from './call-person';
import { type DeskStep, hasForm, stepsFor } from './desk-steps';
import { HealthReportSheet } from './health-report-sheet';
import { KnownCard } from './known-card';
import { selfTestToday } from './self-test-today';
import { SelfTestsCard } from './self-tests-card';
import { StartForm } from './start-form';
import { bodyOf } from './step-answers';
import { StepForm } from './step-form';
import { SupplyCard } from './supply-card';
import { SwabButtons } from './swab-buttons';
import { ViewHomeForm } from './view-home-form';

/** One quarantine at the desk: what is known, and every step that this person may take now. */
export function EpisodeSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText(quarantineDeskText);
  const { data, problem, isLoading, refresh } = useRead(getEpisode, { params: { id } }, { everySeconds: 30 });
  return (
    <Sheet title={data?.nameMasked ?? t('one')} open onClose={onClose}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={160} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data?.part === 'PERSON' && <Own episode={data} />}
        {data && data.part !== 'PERSON' && <Desk episode={data} />}
      </Rows>
    </Sheet>
  );
}

type Of = { readonly episode: EpisodeView };

/** The person's own: it has a page of its own, with the day in large figures. */
function Own({ episode }: Of) {
  const t = useText(quarantineDeskText);
  return (
    <>
      <KnownCard episode={episode} />
      <Button
        look="main"
        icon="calendar"
        label={t('to-my-days')}
        onPress={() => void openPage('/packages/returnee/my-days/index')}
      />
    </>
  );
}

type Form = DeskStep | 'viewHome' | 'startHome' | 'startCentral';

function Desk({ episode }: Of) {
  const doing = useAct(episode.id);
  const [form, setForm] = useState<Form>();
  const back = () => setForm(undefined);
  if (form === 'viewHome') return <ViewHomeForm doing={doing} onDone={back} />;
  if (form === 'startHome' || form === 'startCentral') return <StartForm of={form} doing={doing} onDone={back} />;
  if (form) return <StepForm step={form} doing={doing} onDone={back} />;
  return (
    <>
      <KnownCard episode={episode} />
      <SelfTestsCard tests={episode.selfTests ?? []} />
      <SendingNote of={doing} />
      <CallPerson id={episode.id} part={episode.part} />
      <SwabButtons of={episode} isDouble={isDoubleDue(episode)} doing={doing} />
      <Beginning episode={episode} onForm={setForm} />
      <PhoneReport episode={episode} doing={doing} />
      {stepsFor(episode).map((step) => (
        <StepButton key={step.action} step={step} episode={episode} doing={doing} onForm={() => setForm(step)} />
      ))}
      <AskTripButton person={episode.id} name={episode.nameMasked} />
      {episode.supply && <SupplyCard supply={episode.supply} />}
      {episode.samePerson && <SamePersonCard of={episode.samePerson} />}
      {episode.part === 'GRID' && <MayBeOne person={{ kind: 'EPISODE', id: episode.id }} />}
    </>
  );
}

/** A test that is due or was missed wants two swabs with two kits. */
function isDoubleDue({ tests }: EpisodeView): boolean {
  return tests.some(({ state, swabs }) => (state === 'DUE' || state === 'MISSED') && swabs === 2);
}

/** Looking at the home, and the beginning there or at a site. */
function Beginning({ episode, onForm }: Of & { readonly onForm: (form: Form) => void }) {
  const t = useText(quarantineDeskText);
  const { actions, verdict } = episode;
  return (
    <>
      {actions.includes('viewHome') && <Button icon="home" label={t('view-home')} onPress={() => onForm('viewHome')} />}
      {actions.includes('startHome') && verdict === 'HOME' && (
        <Button look="main" icon="edit" label={t('start-home')} onPress={() => onForm('startHome')} />
      )}
      {actions.includes('startCentral') && verdict === 'CENTRAL' && (
        <Button look="main" icon="building" label={t('start-central')} onPress={() => onForm('startCentral')} />
      )}
    </>
  );
}

function PhoneReport({ episode, doing }: Of & { readonly doing: Act }) {
  const t = useText(quarantineDeskText);
  const [isOpen, setOpen] = useState(false);
  if (!episode.actions.includes('reportHealth') || episode.placement === undefined) return null;
  const today = selfTestToday(episode, new Date());
  return (
    <>
      <Button icon="phone" label={t('report-by-phone')} onPress={() => setOpen(true)} />
      <HealthReportSheet
        open={isOpen}
        asksTest={today && !today.isSaid ? 'PHONE' : undefined}
        onSay={(said) => void doing.act(episodeActions.reportHealth, said)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

type StepProps = Of & { readonly step: DeskStep; readonly doing: Act; readonly onForm: () => void };

function StepButton({ step, episode, doing, onForm }: StepProps) {
  const t = useText(quarantineStepsText);
  const endpoint = episodeActions[step.action];
  const isOnItsWay = useOnItsWay(doing, episode.revision);
  if (isOnItsWay(endpoint)) return null;
  // a step without a form has no field to fill
  const send = () => void doing.act(endpoint, bodyOf(step, {}) as never);
  return (
    // a grave step is asked about in its form; here it is one of many, and no invitation
    <Button
      {...(step.isGrave && { icon: 'warning' as const })}
      label={t(`do-${step.action}`)}
      onPress={hasForm(step) ? onForm : send}
    />
  );
}

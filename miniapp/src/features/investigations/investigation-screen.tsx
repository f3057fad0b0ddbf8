import { getInvestigation, revealInvestigation } from '@grid-relief/shared-types/investigations/investigation.contract';
import type { InvestigationView } from '@grid-relief/shared-types/investigations/investigation.schema';
import { useState } from 'react';
import { FailedRead, SendingNote, useAct, useRead, useReveal } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { investigationsText } from '@/text/investigations';
import { Button, Heading, NetworkBanner, Page, Rows, Skeleton } from '@/ui';
import type { ContactForm as Form } from './case-drafts';
import { CaseHead } from './case-head';
import { CaseSteps } from './case-steps';
import { ContactForm } from './contact-form';
import { ContactList } from './contact-list';
import { PathCard } from './path-card';
import { PathForm } from './path-form';
import { QualityCard } from './quality-card';

/** One case: who, against which clocks, where they were, whom they met; each step where its words stand. */
export function InvestigationScreen() {
  const t = useText(investigationsText);
  const { id = '' } = usePageParams();
  const { data, problem, isLoading, refresh } = useRead(getInvestigation, { params: { id } }, { everySeconds: 30 });
  return (
    <Page title={t('one-title')} banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={160} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && <Case of={data} />}
      </Rows>
    </Page>
  );
}

type Writing = { readonly what: 'path' } | { readonly what: 'contact'; readonly entry?: Partial<Form> };

function Case({ of }: { readonly of: InvestigationView }) {
  const t = useText(investigationsText);
  const doing = useAct(of.id);
  const reveal = useReveal(revealInvestigation, of.id);
  const [writing, setWriting] = useState<Writing>();
  const done = () => setWriting(undefined);
  const may = (action: string) => of.actions.includes(action);
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <Rows>
      <CaseHead of={of} reveal={reveal} />
      <SendingNote of={doing} />
      {writing?.what === 'path' && <PathForm of={of} doing={doing} onDone={done} />}
      {writing?.what === 'contact' && (
        <ContactForm
          investigation={of.id}
          doing={doing}
          onDone={done}
          {...(writing.entry ? { entry: writing.entry } : {})}
        />
      )}
      {writing === undefined && (
        <>
          <Heading>{t('path-title')}</Heading>
          <PathCard path={of.path} />
          {isFree && (may('interview') || may('correctPath')) && (
            <Button
              look={may('interview') ? 'main' : 'quiet'}
              icon="edit"
              label={t(may('interview') ? 'ask-path' : 'fix-path')}
              onPress={() => setWriting({ what: 'path' })}
            />
          )}
          <Heading>{t('contacts-title')}</Heading>
          <ContactList
            of={of}
            doing={doing}
            opened={reveal.opened}
            onEdit={(entry) => setWriting({ what: 'contact', entry })}
          />
          {isFree && may('addContact') && (
            <Button icon="plus" label={t('add-contact')} onPress={() => setWriting({ what: 'contact' })} />
          )}
          <QualityCard quality={of.quality} />
          <CaseSteps of={of} doing={doing} />
        </>
      )}
    </Rows>
  );
}

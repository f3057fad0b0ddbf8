import { investigationActions } from '@grid-relief/shared-types/investigations/investigation.contract';
import type { InvestigationView } from '@grid-relief/shared-types/investigations/investigation.schema';
import { useState } from 'react';
import { type Act, ActButton } from '@/api';
import { useText } from '@/text';
import { investigationsText } from '@/text/investigations';
import { Button, Rows, Words } from '@/ui';
import { type Asking, WhySheet } from './why-sheet';

/** One tap each, in the order of the work. */
const steps = ['recordReport', 'listContacts', 'review', 'close'] as const;
const asking = ['sendBack', 'notReached', 'closeByRecords', 'exclude'] as const;

type StepsProps = { readonly of: InvestigationView; readonly doing: Act };

/** What the server says this person may do with the whole; while one is on its way the others are away. */
export function CaseSteps({ of, doing }: StepsProps) {
  const t = useText(investigationsText);
  const [asked, setAsked] = useState<Asking>();
  const { actions, clocks, state } = of;
  const isReported = clocks.some(({ what, doneAt }) => what === 'REPORT' && doneAt !== undefined);
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const open = steps.filter((step) => actions.includes(step) && !(step === 'recordReport' && isReported));
  return (
    <Rows gap={2}>
      {open.includes('listContacts') && <Words tone="quiet">{t('list-hint')}</Words>}
      {state === 'CONTACTS_LISTED' && !actions.includes('review') && <Words tone="quiet">{t('review-hint')}</Words>}
      {open.map((step) => (
        <ActButton
          key={step}
          of={doing}
          does={investigationActions[step]}
          look={step === 'recordReport' ? 'quiet' : 'main'}
          icon="check"
          label={t(step)}
        />
      ))}
      {isFree &&
        asking
          .filter((name) => actions.includes(name))
          .map((name) => (
            <Button
              key={name}
              look={name === 'exclude' ? 'danger' : 'quiet'}
              label={t(name)}
              onPress={() => setAsked(name)}
            />
          ))}
      {asked !== undefined && (
        <WhySheet
          asked={asked}
          onClose={() => setAsked(undefined)}
          onSend={(reason) => void doing.act(investigationActions[asked as (typeof asking)[number]], { reason })}
        />
      )}
    </Rows>
  );
}

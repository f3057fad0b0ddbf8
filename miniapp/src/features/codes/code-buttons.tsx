import { codeRequestActions } from '@grid-relief/shared-types/quarantine/code-request.contract';
import type { CodeRequestRow } from '@grid-relief/shared-types/quarantine/code-request.schema';
import { useState } from 'react';
import { type Act, ActButton } from '@/api';
import { useText } from '@/text';
import { codesText } from '@/text/codes';
import { Button, Rows, WhySheet } from '@/ui';

/** One tap each, in the order of the way to the province. */
const steps = ['approveCommunity', 'approveTownship', 'approveCounty', 'send', 'recordConfirmed'] as const;
const refusals = ['TESTS_MISSING', 'NOT_ON_LIST', 'PERSON_DIFFERS', 'OTHER_REASON'] as const;
/** A no needs its reason; the person reads it. */
const asking = {
  recordRefused: refusals,
  recordAppealRefused: refusals,
  withdraw: ['NOT_NEEDED', 'WRITTEN_WRONGLY'],
} as const;
type Asking = keyof typeof asking;

type ButtonsProps = { readonly request: CodeRequestRow; readonly doing: Act };

/** What the server says this person may do; while one is on its way the others are away. */
export function CodeButtons({ request, doing }: ButtonsProps) {
  const t = useText(codesText);
  const [asked, setAsked] = useState<Asking>();
  const { actions, revision, state } = request;
  const names = Object.keys(asking) as Asking[]; // its own keys
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <Rows gap={2}>
      {steps
        .filter((step) => actions.includes(step))
        .map((step) => (
          <ActButton
            key={step}
            of={doing}
            does={codeRequestActions[step]}
            body={{ revision }}
            look="main"
            icon="check"
            label={t(step === 'send' && state === 'NO_ANSWER' ? 'send-again' : step)}
          />
        ))}
      {isFree &&
        names
          .filter((name) => actions.includes(name))
          .map((name) => <Button key={name} label={t(name)} onPress={() => setAsked(name)} />)}
      {asked !== undefined && (
        <WhySheet
          title={t(asked === 'withdraw' ? 'why-withdraw' : 'why')}
          wordsLabel={t('words')}
          reasons={asking[asked].map((code) => ({ code, label: t(`r-${code}`) }))}
          onClose={() => setAsked(undefined)}
          onSend={(reason) => void doing.act(codeRequestActions[asked], { revision, reason })}
        />
      )}
    </Rows>
  );
}

import { refusalActions } from '@grid-relief/shared-types/refusals/refusal.contract';
import type { RefusalRow } from '@grid-relief/shared-types/refusals/refusal.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { refusalsText } from '@/text/refusals';
import { Button, Field, Rows, Sheet, Words } from '@/ui';

/** The order of the ladder; each is said with what was heard. */
const steps = {
  visit: ['LISTENED'],
  callLiaison: ['LISTENED'],
  agree: ['AGREED'],
  escalate: ['STILL_NO'],
  dropMoot: ['NOT_ASKED', 'RECORDED_WRONGLY'],
} as const;
type Step = keyof typeof steps;

type ButtonsProps = { readonly of: RefusalRow; readonly doing: Act };

/** What the server says this person may do; while one is on its way the others are away. */
export function RefusalButtons({ of, doing }: ButtonsProps) {
  const t = useText(refusalsText);
  const [asked, setAsked] = useState<Step | 'serve'>();
  const names = Object.keys(steps) as Step[]; // its own keys
  if (doing.isUnderWay || doing.refused !== undefined) return null;
  const done = () => setAsked(undefined);
  return (
    <Rows gap={2}>
      {names
        .filter((name) => of.actions.includes(name))
        .map((name, at) => (
          <Button key={name} look={at === 0 ? 'main' : 'quiet'} label={t(name)} onPress={() => setAsked(name)} />
        ))}
      {of.kind === 'NOTICE' && of.actions.includes('serve') && (
        <Button label={t('serve')} onPress={() => setAsked('serve')} />
      )}
      {asked === 'serve' && (
        <ServeSheet
          onClose={done}
          onSend={(witnesses) => {
            done();
            void doing.act(refusalActions.serve, { revision: of.revision, witnesses });
          }}
        />
      )}
      {asked !== undefined && asked !== 'serve' && (
        <StepSheet
          asked={asked}
          onClose={done}
          onSend={(reason) => {
            done();
            void doing.act(refusalActions[asked], { revision: of.revision, reason });
          }}
        />
      )}
    </Rows>
  );
}

type StepProps = {
  readonly asked: Step;
  readonly onClose: () => void;
  readonly onSend: (reason: { readonly code: string; readonly words?: string }) => void;
};

function StepSheet({ asked, onClose, onSend }: StepProps) {
  const t = useText(refusalsText);
  const [words, setWords] = useState('');
  const said = words.trim();
  return (
    <Sheet title={t(asked)} open onClose={onClose}>
      <Rows gap={2}>
        <Field label={t('ask-words')} optional tall value={words} maxLength={300} onChange={setWords} />
        {steps[asked].map((code) => (
          <Button
            key={code}
            look="main"
            label={t(`r-${code}`)}
            onPress={() => onSend({ code, ...(said === '' ? {} : { words: said }) })}
          />
        ))}
      </Rows>
    </Sheet>
  );
}

type ServeProps = { readonly onClose: () => void; readonly onSend: (witnesses: string[]) => void };

/** Two people who were there, by name. */
function ServeSheet({ onClose, onSend }: ServeProps) {
  const t = useText(refusalsText);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const names = [first.trim(), second.trim()];
  const areTwo = names.every((name) => name !== '') && names[0] !== names[1];
  return (
    <Sheet title={t('serve')} open onClose={onClose}>
      <Rows>
        <Words tone="quiet">{t('witness-hint')}</Words>
        <Field label={t('witness', { n: 1 })} maxLength={40} value={first} onChange={setFirst} />
        <Field label={t('witness', { n: 2 })} maxLength={40} value={second} onChange={setSecond} />
        <Button
          look="main"
          icon="check"
          label={t('do-serve')}
          disabledReason={areTwo ? undefined : t('w-witness')}
          onPress={() => onSend(names)}
        />
      </Rows>
    </Sheet>
  );
}

import { acceptInvitation } from '@grid-relief/shared-types/identity/identity.contract';
import { useRef, useState } from 'react';
import { call, keepMe, newId, type Problem, useFieldErrors, useProblemWords } from '@/api';
import { homePage, restartAt, toast } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { BottomBar, Button, Card, Field, Page, Rows, Words } from '@/ui';

/** As it was handed on: read out over the phone, copied with blanks, typed by a keyboard that begins with a capital. */
const asMeant = (typed: string) => typed.replace(/\s/g, '').toLowerCase();
const codeShape = /^[0-9a-z]{10}$/;

/** Whoever was invited to help types the code that was handed on; the home screen then has their work. */
export function JoinScreen() {
  const t = useText(identityText);
  const words = useProblemWords();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  // the same for the same code: an answer that was lost is asked for again, and nothing is done twice
  const asked = useRef({ code: '', opId: '' });
  const code = asMeant(typed);
  const isWrongCode = problem?.type === 'code-wrong';
  const wrong = useFieldErrors(isWrongCode ? undefined : problem, ['/code']);
  const error = isWrongCode ? words(problem) : wrong.at('/code').error;
  const join = async () => {
    if (asked.current.code !== code) asked.current = { code, opId: newId() };
    setBusy(true);
    setProblem(undefined);
    const outcome = await call(acceptInvitation, { body: asked.current });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    keepMe(outcome.value);
    toast(t('joinDone'));
    await restartAt(homePage);
  };
  const main = (
    <Button
      look="main"
      icon="check"
      label={t('joinSend')}
      busy={isBusy}
      disabledReason={codeShape.test(code) ? undefined : t('joinNeed')}
      onPress={() => void join()}
    />
  );
  return (
    <Page title={t('join')} bottom={<BottomBar main={main} />}>
      <Rows>
        <Words tone="quiet">{t('joinHint')}</Words>
        <Field
          label={t('joinCode')}
          value={typed}
          onChange={setTyped}
          maxLength={20}
          error={error}
          takesFocus={error !== undefined}
        />
        {wrong.rest && (
          <Card tone="danger">
            <Words reads={{ role: 'alert' }}>{wrong.rest}</Words>
          </Card>
        )}
      </Rows>
    </Page>
  );
}

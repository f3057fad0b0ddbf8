import { revealQuarantined } from '@grid-relief/shared-types/quarantine/episode.contract';
import { useState } from 'react';
import { call, newId, type Problem, useProblemWords } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button, Words } from '@/ui';

type Opened = { readonly name: string; readonly phone?: string | undefined };

/** Name and phone only after the look has been recorded. */
export function CallPerson({ id }: { readonly id: string }) {
  const t = useText(quarantineDeskText);
  const problemWords = useProblemWords();
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<Problem>();
  const reveal = async () => {
    const outcome = await call(revealQuarantined, { params: { id }, body: { opId: newId(), why: 'CALL' } } as never);
    if (outcome.ok) setOpened(outcome.value as Opened);
    else setProblem(outcome.problem);
  };
  if (!opened) {
    return (
      <>
        {problem && <Words tone="danger">{problemWords(problem)}</Words>}
        <Button icon="eye" label={t('call-first')} onPress={() => void reveal()} />
      </>
    );
  }
  const { name, phone } = opened;
  if (phone === undefined) return <Words strong>{name}</Words>;
  return <Button icon="phone" label={t('call-now', { name })} onPress={() => void callPhone(phone)} />;
}

import { revealQuarantined } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodePart } from '@grid-relief/shared-types/quarantine/episode.schema';
import { useState } from 'react';
import { call, newId, type Problem, useMe, useProblemWords } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button, Words } from '@/ui';

type Opened = { readonly name: string; readonly phone?: string | undefined };
type CallProps = { readonly id: string; readonly part: EpisodePart };

/** Name and phone only after the look has been recorded, and only for those whom the contract lets look. */
export function CallPerson({ id, part }: CallProps) {
  const held: string[] = useMe()?.grants.map(({ role }) => role) ?? [];
  const { access } = revealQuarantined;
  const lookers = typeof access === 'object' && 'roles' in access ? access.roles : [];
  // who is here as the laboratory does not learn whose tube it is, whatever else they do elsewhere
  if (part === 'LAB' || !lookers.some((role) => held.includes(role))) return null;
  return <CallButton id={id} />;
}

function CallButton({ id }: Pick<CallProps, 'id'>) {
  const t = useText(quarantineDeskText);
  const problemWords = useProblemWords();
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const reveal = async () => {
    setBusy(true);
    const outcome = await call(revealQuarantined, { params: { id }, body: { opId: newId(), why: 'CALL' } } as never);
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) setOpened(outcome.value as Opened);
  };
  if (!opened) {
    return (
      <>
        {problem && (
          <Words tone="danger" reads={{ role: 'alert' }}>
            {problemWords(problem)}
          </Words>
        )}
        <Button icon="eye" label={t('call-first')} busy={isBusy} onPress={() => void reveal()} />
      </>
    );
  }
  const { name, phone } = opened;
  if (phone === undefined) return <Words strong>{name}</Words>;
  return <Button icon="phone" label={t('call-now', { name })} onPress={() => void callPhone(phone)} />;
}

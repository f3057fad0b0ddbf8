import { revealQuarantined } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodePart } from '@grid-relief/shared-types/quarantine/episode.schema';
import { RefusedWords, useMayAsk, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button, Words } from '@/ui';

type CallProps = { readonly id: string; readonly part: EpisodePart };

/** Name and phone only after the look has been recorded, and only for those whom the contract lets look. */
export function CallPerson({ id, part }: CallProps) {
  const mayLook = useMayAsk(revealQuarantined);
  // who is here as the laboratory does not learn whose tube it is, whatever else they do elsewhere
  if (part === 'LAB' || !mayLook) return null;
  return <CallButton id={id} />;
}

function CallButton({ id }: Pick<CallProps, 'id'>) {
  const t = useText(quarantineDeskText);
  const { opened, problem, isBusy, open } = useReveal(revealQuarantined, id);
  if (!opened) {
    return (
      <>
        <RefusedWords of={problem} />
        <Button icon="eye" label={t('call-first')} busy={isBusy} onPress={() => void open()} />
      </>
    );
  }
  const { name, phone } = opened;
  if (phone === undefined) return <Words strong>{name}</Words>;
  return <Button icon="phone" label={t('call-now', { name })} onPress={() => void callPhone(phone)} />;
}

import { askSubstitution, reportLine } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { type Command, useOutbox } from '@/api';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { StatusChip } from '@/ui';

const tickNames: readonly string[] = [reportLine.name, askSubstitution.name];

/** The line a tick is about; undefined for every other act. */
export function lineOfTick({ name, body }: Pick<Command, 'name' | 'body'>): string | undefined {
  if (!tickNames.includes(name) || typeof body !== 'object' || body === null || !('line' in body)) return undefined;
  return typeof body.line === 'string' ? body.line : undefined;
}

type UnsentTickProps = {
  /** The delivery and the line ticked; several when one shelf position is for several bags. */
  readonly ticks: readonly { readonly delivery: string; readonly line: string }[];
};

/** Says of one tick that the server does not have it yet. Nothing once it has: silence means sent. */
export function UnsentTick({ ticks }: UnsentTickProps) {
  const t = useText(carryingText);
  const isUnsent = useOutbox().some((command) => {
    if (command.state !== 'waiting' && command.state !== 'sending') return false;
    const line = lineOfTick(command);
    return ticks.some((tick) => tick.delivery === command.record && tick.line === line);
  });
  return isUnsent ? <StatusChip icon="clock" tone="amber" label={t('tick-unsent')} /> : null;
}

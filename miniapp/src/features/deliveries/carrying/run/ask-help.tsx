import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { carryingRunText } from '@/text/carrying-run';
import { Button, Words } from '@/ui';
import { may } from '../marks';
import { ReasonSheet } from '../reason-sheet';
import { StepNote } from '../step-frame';

type AskHelpProps = { readonly run: RunView; readonly doing: Act };

const { askHelp } = runActions;

/** Paid, and the carrier cannot go on: the grid hears of it, and its leader names who goes on (handbook 2.1a). */
export function AskHelp({ run, doing }: AskHelpProps) {
  const t = useText(carryingRunText);
  const [isOpen, setOpen] = useState(false);
  if (!may(run, 'askHelp')) return null;
  return (
    <>
      <Button icon="swap" label={t('run-help')} onPress={() => setOpen(true)} />
      <ReasonSheet
        title={t('run-help-title')}
        action="askHandover"
        open={isOpen}
        onClose={() => setOpen(false)}
        onChoose={(reason) => void doing.act(askHelp, { reason })}
      >
        <Words>{t('run-help-hint')}</Words>
      </ReasonSheet>
    </>
  );
}

/** That help was asked for, and whether anybody has heard of it. */
export function HelpAsked({ doing }: Pick<AskHelpProps, 'doing'>) {
  const t = useText(carryingRunText);
  const asked = doing.commands.filter(({ name, state }) => name === askHelp.name && state !== 'refused').at(-1);
  if (asked === undefined) return null;
  return <StepNote tone="amber" words={t(asked.state === 'sent' ? 'run-help-asked' : 'run-help-unsent')} />;
}

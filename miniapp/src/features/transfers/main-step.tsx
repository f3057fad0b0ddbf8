import { transferActions } from '@grid-relief/shared-types/transfers/transfer.contract';
import type { TransferView } from '@grid-relief/shared-types/transfers/transfer.schema';
import { useState } from 'react';
import { type Act, ActButton } from '@/api';
import { useText } from '@/text';
import { transferStepsText } from '@/text/transfer-steps';
import { Button, Line, Rows, Stepper, Words } from '@/ui';

export type StepProps = { readonly trip: TransferView; readonly doing: Act };
/** Actions that are asked for with something chosen first. */
export type WithChoice = 'approve' | 'confirmSite' | 'dispatch' | 'sendAtOnce' | 'sendReplacement';

/** One tap each, in the order of the road. */
const road = [
  ...(['reachPickup', 'setOut', 'arrive', 'disinfect', 'setOutAlone', 'arriveAlone', 'closeSelfDrive'] as const),
  ...(['ambulanceTakes', 'ambulanceArrives'] as const),
];
const counted = ['board', 'handOver'] as const;
const chosen = {
  approve: { icon: 'building', label: 'approve' },
  confirmSite: { icon: 'building', label: 'confirmSite' },
  dispatch: { icon: 'car', label: 'send' },
  sendAtOnce: { icon: 'car', label: 'send-now' },
  sendReplacement: { icon: 'car', label: 'sendReplacement' },
} as const;

/** The one big button of a trip: what this person does next. */
export function MainStep({ trip, doing, onChoose }: StepProps & { readonly onChoose: (action: WithChoice) => void }) {
  const t = useText(transferStepsText);
  const can = (action: string) => trip.actions.includes(action);
  const head = counted.find(can);
  const step = road.find(can);
  if (head !== undefined) return <Counting trip={trip} doing={doing} action={head} />;
  if (step !== undefined)
    return <ActButton of={doing} does={transferActions[step]} look="main" icon="check" label={t(step)} />;
  // care goes before approval
  if (trip.goal !== 'SITE' && can('approve') && !can('sendAtOnce'))
    return <ActButton of={doing} does={transferActions.approve} look="main" icon="check" label={t(approvals(trip))} />;
  const first = can('sendAtOnce') ? 'sendAtOnce' : undefined;
  const action = first ?? (Object.keys(chosen) as WithChoice[]).find(can); // its own keys
  if (action === undefined || doing.isUnderWay || doing.refused !== undefined) return null;
  const { icon, label } = chosen[action];
  return <Button look="main" icon={icon} label={t(label)} onPress={() => onChoose(action)} />;
}

function approvals({ goal, kind }: TransferView) {
  if (goal !== 'HOME') return 'approve-care';
  return kind === 'SELF_DRIVE' ? 'approve-alone' : 'approve-home';
}

/** Who signs counts once more; what the taps add up to is filled in already. */
function Counting({ trip, doing, action }: StepProps & { readonly action: (typeof counted)[number] }) {
  const t = useText(transferStepsText);
  const wanted = action === 'board' ? 'BOARDED' : 'TAKEN_OVER';
  const known = (trip.passengers ?? []).filter(({ state }) => state === wanted).length;
  const [own, setOwn] = useState<number>();
  const heads = own ?? known;
  const { boarded, takenOver, to120, unsaid } = trip.heads;
  const name = t(action === 'board' ? 'heads-board' : 'heads-over');
  return (
    <Rows gap={2}>
      {action === 'handOver' && <Words>{t('heads-now', { boarded, takenOver, to120, unsaid })}</Words>}
      <Line apart>
        <Words>{name}</Words>
        <Stepper name={name} value={heads} max={60} onChange={setOwn} />
      </Line>
      <ActButton
        of={doing}
        does={transferActions[action]}
        body={{ heads }}
        look="main"
        icon="check"
        label={t(action, { count: heads })}
      />
    </Rows>
  );
}

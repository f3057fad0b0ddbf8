import { transferActions } from '@grid-relief/shared-types/transfers/transfer.contract';
import { useState } from 'react';
import { SendingNote } from '@/api';
import { useText } from '@/text';
import { transferStepsText } from '@/text/transfer-steps';
import { BottomBar, Button } from '@/ui';
import { AloneSheet } from './alone-sheet';
import { SendSheet, SiteSheet } from './choice-sheets';
import { MainStep, type StepProps, type WithChoice } from './main-step';
import { ReasonSheet } from './reason-sheet';

const withReason = ['redirect', 'breakDown', 'cancel'] as const;
type Asked = WithChoice | (typeof withReason)[number] | 'declareSelfDrive';

/** The next step as one big button within the thumb's reach; what is rarer stands quieter above it. */
export function TripSteps({ trip, doing }: StepProps) {
  const t = useText(transferStepsText);
  const [asked, setAsked] = useState<Asked>();
  const rarer = [...withReason, 'declareSelfDrive' as const].filter((action) => trip.actions.includes(action));
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const quiet =
    isFree && rarer.map((action) => <Button key={action} label={t(action)} onPress={() => setAsked(action)} />);
  return (
    <>
      <BottomBar
        note={doing.state === 'idle' ? undefined : <SendingNote of={doing} />}
        quiet={quiet}
        main={<MainStep trip={trip} doing={doing} onChoose={setAsked} />}
      />
      {asked !== undefined && <Asking asked={asked} trip={trip} doing={doing} onClose={() => setAsked(undefined)} />}
    </>
  );
}

type AskingProps = StepProps & { readonly asked: Asked; readonly onClose: () => void };

/** What an action is asked for with: a site, a car and its driver, a declared route, a reason. */
function Asking({ asked, trip: { id }, doing, onClose }: AskingProps) {
  const send = (body: object) => {
    onClose();
    // each action's own fields are known to its sheet
    void doing.act(transferActions[asked], body as never);
  };
  if (asked === 'approve' || asked === 'confirmSite')
    return <SiteSheet trip={id} onClose={onClose} onChoose={(site) => send({ site })} />;
  if (asked === 'dispatch' || asked === 'sendAtOnce' || asked === 'sendReplacement')
    return <SendSheet trip={id} onClose={onClose} onChoose={send} />;
  if (asked === 'declareSelfDrive') return <AloneSheet onClose={onClose} onSend={send} />;
  return <ReasonSheet asked={asked} onClose={onClose} onSend={(code) => send({ reason: { code } })} />;
}

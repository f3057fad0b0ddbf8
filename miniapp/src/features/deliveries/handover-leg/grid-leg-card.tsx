import { type HandoverLegView, handoverLegActions } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { useState } from 'react';
import { SendingNote, useAct } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Button, Card, Heading, Line, Rows, Sheet, StatusChip, useTimeWords, Words } from '@/ui';
import { useLegStateWords, useLegWaitWords } from './leg-words';
import { PointPhoto } from './point-photo';

const reasons = {
  letIn: ['COUNTED_AGAIN', 'LABEL_WRONG', 'HOUSEHOLD_AGREES'],
  sendBack: ['BAG_MISSING', 'BAG_OPENED', 'NOBODY_INSIDE'],
} as const;
type Decision = keyof typeof reasons;
/** Where nobody has counted, no count is a reason. */
const notTaken = ['NOBODY_INSIDE', 'BAG_OPENED'] as const;

type CardProps = { readonly leg: HandoverLegView };

/** One handover as the grid sees it: how long, who, both counts, the photo, and the leader's decision. */
export function GridLegCard({ leg }: CardProps) {
  const t = useText(handoverLegText);
  const waited = useLegWaitWords();
  const isLate = isOverdue(leg) || leg.state === 'NOT_TAKEN';
  const open = () => void openPage('/packages/grid/delivery/index', { id: leg.delivery });
  return (
    <Card tone={isLate ? 'danger' : leg.state === 'COUNT_DIFFERS' ? 'amber' : 'plain'}>
      <Line apart>
        <Heading size={2}>{waited(leg.since)}</Heading>
        {isLate && <StatusChip icon="clock" tone="danger" label={t('late')} />}
      </Line>
      <LegFacts leg={leg} />
      <PointPhoto id={leg.photo} />
      <Decide leg={leg} isLate={isLate} />
      <Button look="link" label={t('see-request')} onPress={open} />
    </Card>
  );
}

/** Past its limit on this phone's clock; the server decides by its own. */
const isOverdue = ({ dueAt }: HandoverLegView) => dueAt !== undefined && Date.parse(dueAt) <= Date.now();

function LegFacts({ leg }: CardProps) {
  const t = useText(handoverLegText);
  const stateWords = useLegStateWords();
  const timeWords = useTimeWords();
  const { code, areaName, point, outside, inside, bags, countedBags, signed, dueAt, state } = leg;
  const differs = state === 'COUNT_DIFFERS';
  return (
    <>
      <Line>
        <StatusChip icon={differs ? 'warning' : 'swap'} tone={differs ? 'amber' : 'info'} label={stateWords(state)} />
        {differs && (
          <StatusChip
            icon={signed ? 'check' : 'edit'}
            tone={signed ? 'leaf' : 'amber'}
            label={t(signed ? 'is-signed' : 'not-signed')}
          />
        )}
      </Line>
      <Words size={5} strong block>
        {`${code} · ${t('point-of', { area: areaName, point })}`}
      </Words>
      {bags !== undefined && (
        <Words size={5} block>
          {differs ? t('counts', { bags, counted: countedBags ?? 0 }) : t('bags', { bags })}
          {dueAt === undefined ? '' : ` · ${t('by', { time: timeWords(new Date(dueAt)) })}`}
        </Words>
      )}
      {outside && <Words block>{t('runner', { name: outside.label })}</Words>}
      <Words tone="quiet" block>
        {inside ? t('carrier', { name: inside.label }) : t('nobody-inside')}
      </Words>
    </>
  );
}

/** Fifteen minutes to decide: in as counted, or back; before both have signed only the clock opens the first. */
function Decide({ leg, isLate }: CardProps & { readonly isLate: boolean }) {
  const t = useText(handoverLegText);
  const doing = useAct(leg.id);
  const [asked, setAsked] = useState<Decision>();
  const isFree = doing.state === 'idle' || doing.state === 'refused' || doing.state === 'sent';
  const mayDecide = (decision: Decision) => isFree && leg.actions.includes(decision);
  const unsigned = leg.state === 'COUNT_DIFFERS' && !leg.signed && !isLate ? t('let-in-why') : undefined;
  const decide = (decision: Decision, code: string) => {
    setAsked(undefined);
    void doing.act(handoverLegActions[decision], { reason: { code } });
  };
  return (
    <>
      <SendingNote of={doing} />
      {mayDecide('letIn') && (
        <Button icon="check" label={t('let-in')} disabledReason={unsigned} onPress={() => setAsked('letIn')} />
      )}
      {mayDecide('sendBack') && (
        <Button icon="undo" label={t('send-back')} disabledReason={unsigned} onPress={() => setAsked('sendBack')} />
      )}
      {asked && (
        <Sheet title={t(asked === 'letIn' ? 'why-let-in' : 'why-send-back')} open onClose={() => setAsked(undefined)}>
          <Rows gap={2}>
            {(leg.state === 'NOT_TAKEN' ? notTaken : reasons[asked]).map((code) => (
              <Button key={code} label={t(`reason-${code}`)} onPress={() => decide(asked, code)} />
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  );
}

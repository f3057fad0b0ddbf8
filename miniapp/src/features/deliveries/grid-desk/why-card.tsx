import type { DeliveryView, RouteReason } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type * as z from '@grid-relief/shared-types/zod';
import { useText } from '@/text';
import { assignText } from '@/text/grid-assign';
import { queueText } from '@/text/grid-queue';
import { teamsText, teamWords } from '@/text/teams';
import { Card, Heading, Line, StatusChip, useMarks, Words } from '@/ui';
import { CallCarrier } from '../call-carrier';
import { useDeskWords } from './desk-words';

const rungs = ['OWN_GRID', 'NEIGHBOUR_GRID', 'TOWNSHIP', 'PARTY_STRIKE', 'PARTY_RESERVE', 'COUNTY'] as const;

/** Who is on it, how far the search has gone, and why this person and not another. */
export function WhyCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(assignText);
  const queue = useText(queueText);
  const teams = useText(teamsText);
  const { carrier, reason = view.offer?.reason } = view;
  const rung = reason?.rung ?? rungs[view.rung];
  return (
    <Card>
      <Heading size={5}>{t('carrier')}</Heading>
      <Words size={5} strong block>
        {carrier ? [carrier.label, teamWords(teams, carrier.team)].filter(Boolean).join(' · ') : t('nobody')}
      </Words>
      {view.mayCallCarrier && carrier && (
        <CallCarrier delivery={view.id} label={queue('call-carrier', { name: carrier.label })} />
      )}
      {rung !== undefined && <Words block>{t('why-rung', { rung: t(`rung-${rung}`) })}</Words>}
      {reason && <WhyWords reason={reason} />}
    </Card>
  );
}

function WhyWords({ reason }: { readonly reason: z.infer<typeof RouteReason> }) {
  const marks = useMarks();
  const t = useText(assignText);
  return (
    <>
      <Words strong block>
        {marks.aside(t('why-title'), t(`how-${reason.how}`))}
      </Words>
      <PartChips parts={reason.parts} />
      {reason.considered > 0 && (
        <Words tone="quiet">{t('why-considered', { count: reason.considered, score: Math.round(reason.score) })}</Words>
      )}
    </>
  );
}

type Parts = readonly { readonly code: string; readonly points: number }[];

/** The parts of a score in words; parts that gave nothing are left out. */
export function PartChips({ parts }: { readonly parts: Parts }) {
  const words = useDeskWords();
  const counted = parts.filter(({ points }) => points > 0);
  return (
    <Line>
      {counted.map(({ code, points }) => (
        <StatusChip key={code} icon="check" label={`${words.part(code)} +${Math.round(points)}`} />
      ))}
    </Line>
  );
}

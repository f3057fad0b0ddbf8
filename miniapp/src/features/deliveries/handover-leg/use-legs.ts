import {
  getHandoverLeg,
  type HandoverLegView,
  handoverLegActions,
  myHandoverLegs,
} from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import * as z from '@grid-relief/shared-types/zod';
import { type Act, outbox, type Problem, type Read, refreshAll, showAnswer, useAct, useOutbox, useRead } from '@/api';
import { usePollSeconds, workHours } from '../carrying/use-delivery';
import { legAfterUnsent } from './leg-after-unsent';

const { setOut } = handoverLegActions;

// every action of a handover answers in the same shape; showing it at once bridges the time until the next reading
outbox.onSent(({ record, path }, value) => {
  if (!path.startsWith('/handover-legs/')) return;
  const read = z.safeParse(setOut.response, value);
  if (read.success && read.data.view) showAnswer(getHandoverLeg, { params: { id: record } }, read.data.view);
  // the request of the bags moves along with them
  refreshAll();
});

// a handover sets out with its delivery and by this phone; whoever comes second found what it wanted
outbox.onChange(() => {
  const late = outbox.commands().find(({ name, state, problem }) => {
    return name === setOut.name && state === 'refused' && problem?.state !== undefined && problem.state !== 'PLANNED';
  });
  if (late) outbox.discard(late.id);
});

type Legs = Read<{ items: HandoverLegView[] }>;

/** Handovers I bring or take in, and bags I may take in; kept on the device for the stairwell without network. */
export function useMyLegs(): Legs {
  return useRead(myHandoverLegs, {}, { keepHours: workHours, everySeconds: usePollSeconds() });
}

export type LegInHand = {
  readonly leg: HandoverLegView | undefined;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly refresh: () => void;
  readonly doing: Act;
};

/** One handover with what waits on this phone drawn over it. */
export function useLeg(id: string): LegInHand {
  const mine = useMyLegs();
  const read = useRead(getHandoverLeg, { params: { id } }, { everySeconds: usePollSeconds() });
  const doing = useAct(id);
  const listed = mine.data?.items.find((each) => each.id === id);
  const newest = (read.data?.revision ?? -1) >= (listed?.revision ?? -1) ? read.data : listed;
  return {
    leg: newest && legAfterUnsent(newest, doing.commands),
    problem: read.problem,
    isLoading: newest === undefined && read.isLoading,
    refresh: read.refresh,
    doing,
  };
}

/** My handover of this delivery, as the list of mine knows it; undefined while it is not known. */
export function useLegOf(delivery: string): LegInHand {
  const mine = useMyLegs();
  const commands = useOutbox();
  const found = mine.data?.items.find((each) => each.delivery === delivery && each.part === 'OUTSIDE');
  const leg = found && legAfterUnsent(found, commands);
  const doing = useAct(leg?.id ?? '');
  return { leg, problem: mine.problem, isLoading: mine.isLoading, refresh: mine.refresh, doing };
}

/** Handovers that ask something of me now: bags to fetch, and a count to sign. */
export function legsForMe(legs: readonly HandoverLegView[]): readonly HandoverLegView[] {
  const asks = ({ part, actions, signed }: HandoverLegView) =>
    part === 'INSIDE'
      ? actions.includes('takeInside') || actions.includes('countDiffers')
      : part === 'OUTSIDE' && actions.includes('signCount') && !signed;
  return legs.filter(asks);
}

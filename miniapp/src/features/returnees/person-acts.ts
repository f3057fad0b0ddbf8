/** What may be done to somebody, in the order in which it is offered; the server's `actions` decide which are. */
export type PersonAct = {
  readonly act: string;
  /** `reason`: one of these first; `county`: who takes over; `call`: answered or not. */
  readonly form: 'direct' | 'reason' | 'county' | 'call' | 'day';
  readonly reasons?: readonly Reason[];
};
export type Reason =
  | 'ASK_PLACE'
  | 'NOT_REACHED'
  | 'CHANGED_MIND'
  | 'NOT_POSSIBLE'
  | 'NO_PLACE'
  | 'CONFIRMED'
  | 'DONE_ON_PAPER';

export const personActs: readonly PersonAct[] = [
  { act: 'acknowledge', form: 'direct' },
  { act: 'arrive', form: 'direct' },
  { act: 'setOut', form: 'direct' },
  { act: 'recordCall', form: 'call' },
  { act: 'addInfo', form: 'direct' },
  { act: 'askInfo', form: 'reason', reasons: ['ASK_PLACE', 'NOT_REACHED'] },
  { act: 'replan', form: 'day' },
  { act: 'search', form: 'reason', reasons: ['NOT_REACHED'] },
  { act: 'passThrough', form: 'direct' },
  { act: 'leaveCounty', form: 'direct' },
  { act: 'adviseDefer', form: 'reason', reasons: ['NO_PLACE'] },
  { act: 'handOut', form: 'county', reasons: ['CONFIRMED'] },
  { act: 'foundElsewhere', form: 'county', reasons: ['CONFIRMED'] },
  { act: 'confirmHandOut', form: 'county' },
  { act: 'takeBack', form: 'direct' },
  { act: 'proveNotComing', form: 'reason', reasons: ['CONFIRMED'] },
  { act: 'endSearch', form: 'reason', reasons: ['CONFIRMED'] },
  { act: 'cancel', form: 'reason', reasons: ['CHANGED_MIND', 'NOT_POSSIBLE'] },
];

const dayMs = 24 * 60 * 60 * 1000;

/** A day later than planned, or than now when the plan is over. Pure. */
export function aDayLater(plannedAt: string | undefined, now: Date): string {
  const from = plannedAt === undefined ? now.getTime() : Math.max(Date.parse(plannedAt), now.getTime());
  return new Date(from + dayMs).toISOString();
}

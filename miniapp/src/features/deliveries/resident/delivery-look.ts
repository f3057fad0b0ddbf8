import type { DeliveryRow, DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { inCare } from '@grid-relief/shared-types/deliveries/next-step.schema';
import type { IconName } from '@/ui';
import { isFetched } from '../pickup-slot/fetched';

type Look = { readonly icon: IconName; readonly tone: 'plain' | 'leaf' | 'amber' | 'danger' | 'info' };

/** The sign and colour of a state; the word always stands beside them. */
const looks: Readonly<Record<string, Look>> = {
  SHOPPING: { icon: 'basket', tone: 'leaf' },
  PURCHASED: { icon: 'box', tone: 'leaf' },
  IN_TRANSIT: { icon: 'bike', tone: 'leaf' },
  TO_DOOR: { icon: 'bike', tone: 'leaf' },
  HANDOVER_LATE: { icon: 'clock', tone: 'amber' },
  AT_POINT: { icon: 'map-pin', tone: 'leaf' },
  AT_POINT_LATE: { icon: 'map-pin', tone: 'amber' },
  RETURNED: { icon: 'undo', tone: 'plain' },
  KEPT_BACK: { icon: 'undo', tone: 'amber' },
  DROPPED: { icon: 'door', tone: 'leaf' },
  READY_FOR_PICKUP: { icon: 'map-pin', tone: 'amber' },
  TURN_MISSED: { icon: 'clock', tone: 'amber' },
  FETCHED: { icon: 'check', tone: 'leaf' },
  CONFIRMED: { icon: 'check', tone: 'leaf' },
  CLOSED: { icon: 'check', tone: 'plain' },
  SETTLED: { icon: 'check', tone: 'plain' },
  SUBSTITUTION_PENDING: { icon: 'egg-question', tone: 'amber' },
  CANCEL_ASKED: { icon: 'message', tone: 'amber' },
  ADDRESS_QUERY: { icon: 'map-pin', tone: 'amber' },
  ON_HOLD: { icon: 'clock', tone: 'amber' },
  UNPAID: { icon: 'yuan', tone: 'amber' },
  NOTHING_BOUGHT: { icon: 'cross', tone: 'amber' },
  FAILED_DELIVERY: { icon: 'warning', tone: 'danger' },
  DISPUTED: { icon: 'flag', tone: 'amber' },
  REJECTED: { icon: 'cross', tone: 'danger' },
  CANCELLED: { icon: 'cross', tone: 'plain' },
  ACCEPTED: { icon: 'person', tone: 'leaf' },
  [inCare.code]: { icon: 'people', tone: 'plain' },
};

/** How a state is drawn. */
export function lookOf(state: string): Look {
  return looks[state] ?? { icon: 'clock', tone: 'info' };
}

/** States by the step of the five-step line they stand on: received, taken, in work, on the way, at the door. */
const steps: readonly (readonly string[])[] = [
  ['SUBMITTED', 'TRIAGED', 'BATCHED', 'OFFERED', 'ON_HOLD'],
  ['ACCEPTED'],
  [
    'SHOPPING',
    'SUBSTITUTION_PENDING',
    'CANCEL_ASKED',
    'COLLECTED',
    'COLLECTED_AT_DOOR',
    'IN_PROGRESS',
    'PURCHASED',
    'NOTHING_BOUGHT',
  ],
  ['IN_TRANSIT', 'HANDOVER_PENDING', 'ADDRESS_QUERY', 'FAILED_DELIVERY', 'READY_FOR_PICKUP'],
  ['DROPPED'],
];

const atPlace = 4;

/** Index of the step under way; 5 when all are done. What is fetched has arrived once it stands at the place. */
export function stepOf({ state, ...shown }: Pick<DeliveryView, 'state' | 'kind'> & Pick<DeliveryRow, 'mode'>): number {
  return state === 'READY_FOR_PICKUP' && isFetched(shown) ? atPlace : stepOfState(state);
}

function stepOfState(state: string): number {
  const at = steps.findIndex((states) => states.includes(state));
  return at < 0 ? steps.length : at;
}

/** Ended on the way or before: of these the line of steps says nothing, least of all that it has arrived. */
const strayed: readonly string[] = ['RETURNED', 'CANCELLED', 'REJECTED', 'MERGED', 'VOID'];

/** Whether the line of steps is drawn. */
export const hasSteps = (state: string): boolean => !strayed.includes(state);

/** True once nobody has to come to the door any more. */
export const isAtDoor = (state: string): boolean => stepOfState(state) >= steps.length - 1;

/** What is settled only waits to be filed: nobody at home has anything left to do. */
const endedStates = new Set([
  'SETTLED',
  'PAID_BY_AID',
  'WRITTEN_OFF',
  'CLOSED',
  'CANCELLED',
  'MERGED',
  'REJECTED',
  'VOID',
]);

/** True while something is still to come; decides only where a request is listed. */
export function isUnderWay(state: string): boolean {
  return !endedStates.has(state);
}

/** The server asks its home for nothing: the community sees to it, and no word, button or sum presses anybody. */
export const isInCare = ({ next }: Turn): boolean => next.code === inCare.code;

/** What its home reads of a state; in care that alone. */
export const stateRead = (shown: Turn, state: string): string => (isInCare(shown) ? inCare.code : state);

type Turn = Pick<DeliveryRow, 'next'>;
const rank = ({ next }: Turn) => `${next.who === 'HOUSEHOLD' ? 0 : 1} ${next.by ?? '9999'}`;

/** What waits for the household's word comes first, then what is due first. */
export const byTurn = (a: Turn, b: Turn): number => (rank(a) < rank(b) ? -1 : 1);

import { type ActionRule, destinations, type Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { passengerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/passenger.lifecycle';
import { transferLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import { passengerActions, transferActions } from '@grid-relief/shared-types/transfers/transfer.contract';
import type { PassengerView, TransferView } from '@grid-relief/shared-types/transfers/transfer.schema';
import type { Command } from '@/api';

interface Stands {
  readonly id: string;
  readonly state: string;
  readonly actions: readonly string[];
}

const isUnsent = ({ state, file }: Command) => file === undefined && (state === 'waiting' || state === 'sending');

/** What the driver may do next on the road, from the same table that the server reads. */
function crewActions({ actions }: Lifecycle, state: string): string[] {
  return Object.entries<ActionRule<string>>(actions)
    .filter(([, { from, by, variants }]) => {
      const isCrew = by.some((who) => 'relation' in who && who.relation === 'assignee');
      return from.includes(state) && isCrew && !variants?.every((kind) => kind === 'SELF_DRIVE');
    })
    .map(([name]) => name);
}

function afterCommands<T extends Stands>(
  one: T,
  machine: Lifecycle,
  contracts: Readonly<Record<string, { readonly name: string }>>,
  commands: readonly Command[],
): T {
  const actionOf = new Map(Object.entries(contracts).map(([action, { name }]) => [name, action]));
  let { state, actions } = one;
  for (const { name } of commands.filter((command) => command.record === one.id && isUnsent(command))) {
    const rule = machine.actions[actionOf.get(name) ?? ''];
    const next = rule && destinations(rule, state)[0];
    if (!rule || next === undefined) continue;
    state = next;
    // what a decision leads to only the server knows; facts of the road go on without a network
    actions = rule.fact ? crewActions(machine, state) : [];
  }
  return { ...one, state, actions };
}

/** The receiver's end of the road; a crew may also break down on it. */
const isReceiving = ({ actions }: TransferView) => actions.includes('arrive') && !actions.includes('breakDown');

/** What the server will offer for somebody on the list once it hears how far the trip has come. */
function offeredAt(state: string, trip: TransferView, one: PassengerView): readonly string[] {
  if (state === 'AT_PICKUP') return crewActions(passengerLifecycle, one.state);
  return state === 'AT_DEST' && isReceiving(trip) && one.state === 'BOARDED' ? ['handOver'] : one.actions;
}

/** A trip as it stands once everything that waits on this phone has arrived; refused acts change nothing. */
export function tripAfterUnsent(trip: TransferView, commands: readonly Command[]): TransferView {
  const now = afterCommands(trip, transferLifecycle, transferActions, commands);
  const passengers = trip.passengers?.map((one): PassengerView => {
    const offered = now.state === trip.state ? one : { ...one, actions: [...offeredAt(now.state, trip, one)] };
    return afterCommands(offered, passengerLifecycle, passengerActions, commands);
  });
  return passengers ? { ...now, passengers } : now;
}

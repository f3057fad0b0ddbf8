import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { getRun, myRuns, type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { type ActionRule, destinations } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import { type Act, type Command, knownAnswer, outbox, type Problem, useAct, useOutbox, useRead } from '@/api';
import { afterUnsent } from '../after-unsent';
import { usePollSeconds, workHours } from '../use-delivery';

const rules = new Map<string, ActionRule<string>>(Object.entries(runLifecycle.actions));
const actionOf = new Map(Object.entries(runActions).map(([action, { name }]) => [name, action]));

const settled: readonly string[] = ['SETTLING', 'CLOSED'];

// the server settles a run whose last door is done, too; whoever says so second found what they wanted
outbox.onChange(() => {
  const late = outbox.commands().find(({ name, state, problem }) => {
    return name === runActions.settleDoors.name && state === 'refused' && settled.includes(problem?.state ?? '');
  });
  if (late) outbox.discard(late.id);
});

function carrierActions(state: string): string[] {
  return [...rules]
    .filter(
      ([, { from, by }]) =>
        from.includes(state) && by.some((each) => 'relation' in each && each.relation === 'assignee'),
    )
    .map(([action]) => action);
}

/** A run with what waits on this phone drawn over it, its own acts and those on its doors. */
function runAfterUnsent(run: RunView, commands: readonly Command[]): RunView {
  const deliveries = run.deliveries.map((view) => afterUnsent(view, commands));
  const stateOf = new Map(deliveries.map(({ id, state }) => [id, state]));
  const doors = run.doors.map((door) => ({ ...door, state: stateOf.get(door.delivery) ?? door.state }));
  const isOwn = ({ record, state }: Command) => record === run.id && (state === 'waiting' || state === 'sending');
  const state = commands.filter(isOwn).reduce((now, { name }) => {
    const rule = rules.get(actionOf.get(name) ?? '');
    return (rule && destinations(rule, now)[0]) ?? now;
  }, run.state);
  const actions = state === run.state ? run.actions : carrierActions(state);
  return { ...run, deliveries, doors, state, actions };
}

/** What a door's own act was answered is newer than the run read before it; a tick that was sent does not go back to open. */
function asAnswered(view: DeliveryView): DeliveryView {
  const known = knownAnswer(getDelivery, { params: { id: view.id } });
  return known !== undefined && known.revision > view.revision ? known : view;
}

export type RunInHand = {
  readonly run: RunView | undefined;
  readonly problem: Problem | undefined;
  readonly refresh: () => void;
  readonly doing: Act;
};

/** One run, from the list kept on the device at first and then from the server. */
export function useRun(id: string): RunInHand {
  const seconds = usePollSeconds();
  const mine = useRead(myRuns, {}, { keepHours: workHours, everySeconds: seconds });
  const read = useRead(getRun, { params: { id } }, { everySeconds: seconds });
  const commands = useOutbox();
  const doing = useAct(id);
  const listed = mine.data?.items.find((each) => each.id === id);
  const isListNewer = (mine.at?.getTime() ?? 0) > (read.at?.getTime() ?? 0);
  const newest = isListNewer ? (listed ?? read.data) : (read.data ?? listed);
  const run = newest && { ...newest, deliveries: newest.deliveries.map(asAnswered) };
  return { run: run && runAfterUnsent(run, commands), problem: read.problem, refresh: read.refresh, doing };
}

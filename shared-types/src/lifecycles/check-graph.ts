import { destinations, type Lifecycle } from './lifecycle';

/** Every fault of a state machine, in words; an empty list means the graph is sound. Run by a test over all machines. */
export function checkGraph(machine: Lifecycle): string[] {
  return [
    ...unknownStates(machine),
    ...unreachable(machine),
    ...deadEnds(machine),
    ...holders(machine),
    ...timers(machine),
  ];
}

function edges(machine: Lifecycle): { action: string; from: string; to: string }[] {
  return Object.entries(machine.actions).flatMap(([action, rule]) =>
    rule.from.flatMap((from) => destinations(rule, from).map((to) => ({ action, from, to }))),
  );
}

function unknownStates(machine: Lifecycle): string[] {
  const known = new Set(machine.states);
  const named = [
    ...machine.initial,
    ...machine.terminal,
    ...machine.held,
    ...edges(machine).flatMap((e) => [e.from, e.to]),
  ];
  return [...new Set(named)]
    .filter((state) => !known.has(state))
    .map((state) => `${machine.name}: ${state} is not declared`);
}

function reach(start: readonly string[], step: (state: string) => string[]): Set<string> {
  const seen = new Set(start);
  const queue = [...start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of step(state)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

function unreachable(machine: Lifecycle): string[] {
  const all = edges(machine);
  const seen = reach(machine.initial, (state) => all.filter((e) => e.from === state).map((e) => e.to));
  return machine.states.filter((s) => !seen.has(s)).map((s) => `${machine.name}: ${s} cannot be reached`);
}

function deadEnds(machine: Lifecycle): string[] {
  const all = edges(machine);
  const finishing = reach(machine.terminal, (state) => all.filter((e) => e.to === state).map((e) => e.from));
  const stuck = machine.states.filter((s) => !finishing.has(s)).map((s) => `${machine.name}: ${s} never ends`);
  const reopened = all
    .filter((e) => machine.terminal.includes(e.from))
    .map((e) => `${machine.name}: ${e.action} reopens ${e.from}`);
  return [...stuck, ...reopened];
}

const taking = ['accept', 'claim', 'assign', 'reassign', 'takeOver'];

/** A holder without a holding state, or the reverse, is a fault: taking must end in a held state, and every held state begin from one. */
function holders(machine: Lifecycle): string[] {
  const faults: string[] = [];
  const held = new Set(machine.held);
  for (const { action, from, to } of edges(machine)) {
    if (taking.includes(action) && !held.has(to)) faults.push(`${machine.name}: ${action} gives a holder to ${to}`);
    const actors = machine.actions[action]?.by ?? [];
    const needsHolder = actors.length > 0 && actors.every((a) => 'relation' in a && a.relation === 'assignee');
    if (needsHolder && held.size > 0 && !held.has(from))
      faults.push(`${machine.name}: ${action} needs a holder, ${from} has none`);
  }
  return faults;
}

function timers(machine: Lifecycle): string[] {
  return Object.entries(machine.actions).flatMap(([name, rule]) => {
    if (!rule.limit) return [];
    const fired = machine.actions[rule.limit.fires];
    if (!fired) return [`${machine.name}: ${name} fires unknown ${rule.limit.fires}`];
    if (!fired.by.some((a) => 'system' in a && a.system === 'timer'))
      return [`${machine.name}: ${rule.limit.fires} is fired by a timer but not open to timers`];
    return firesIntoNothing(machine, name, rule.limit.fires);
  });
}

/** A timer is of use only where the action that starts it leads to a state from which the fired one starts. */
function firesIntoNothing(machine: Lifecycle, name: string, fires: string): string[] {
  const starts = machine.actions[fires]?.from ?? [];
  return edges(machine)
    .filter(({ action, to }) => action === name && !starts.includes(to))
    .map(({ to }) => `${machine.name}: ${name} leads to ${to}, where ${fires} does not start`);
}

import { destinations, type Lifecycle } from '../lifecycle';

/** A machine as the handbook writes it: `A / B → C → D`, where "open" is every state that is not terminal. */
export interface Handbook {
  readonly initial: string;
  readonly terminal: string;
  readonly arrows: readonly string[];
}

const listed = (alternatives: string): string[] => alternatives.split('/').map((state) => state.trim());

/** The states the handbook names, each once. */
export function statesOf({ initial, terminal, arrows }: Handbook): string[] {
  const named = [initial, terminal, ...arrows.flatMap((arrow) => arrow.split('→'))].flatMap(listed);
  return [...new Set(named)].filter((state) => state !== 'open').sort();
}

/** Every single arrow of the handbook as `A → B`, sorted; a state does not lead to itself. */
export function arrowsOf(handbook: Handbook): string[] {
  const ended = listed(handbook.terminal);
  const open = statesOf(handbook).filter((state) => !ended.includes(state));
  const meant = (alternatives: string) => listed(alternatives).flatMap((one) => (one === 'open' ? open : one));
  const pairs = handbook.arrows.flatMap((arrow) => {
    const stops = arrow.split('→').map(meant);
    return stops.slice(1).flatMap((to, i) => (stops[i] ?? []).flatMap((from) => to.map((one) => [from, one] as const)));
  });
  return sorted(pairs);
}

/** Every single arrow that the actions of a table make; those that only change the record are none. */
export function arrowsIn(machine: Lifecycle): string[] {
  const pairs = Object.values(machine.actions).flatMap((rule) =>
    rule.from.flatMap((from) => destinations(rule, from).map((to) => [from, to] as const)),
  );
  return sorted(pairs);
}

function sorted(pairs: readonly (readonly [string, string])[]): string[] {
  const arrows = pairs.filter(([from, to]) => from !== to).map(([from, to]) => `${from} → ${to}`);
  return [...new Set(arrows)].sort();
}

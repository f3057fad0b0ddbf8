import type { Endpoint } from '@grid-relief/shared-types/contract';
import { householdVisitActions as actions } from '@grid-relief/shared-types/screening/screening.contract';
import { useEffect, useRef, useState } from 'react';
import type { Act } from '@/api';

/** How long a tap can be taken back. Milliseconds. */
export const undoMs = 4_000;

/** Something that will be said of a door in a moment. */
type Said = { readonly what: string; readonly endpoint: Endpoint; readonly body: object };

/**
 * Says how a door stands. Whoever is not marked as being there is marked first: both facts go out in this order, also
 * without a network. A result of a door that nobody has reached would wait for somebody to apply it.
 */
export function sayAtDoor(doing: Act, permitted: readonly string[], { endpoint, body }: Omit<Said, 'what'>): void {
  const isAction = typeof endpoint.access === 'object' && 'action' in endpoint.access;
  const action = isAction ? (endpoint.access as { readonly action: string }).action : '';
  if (!permitted.includes(action) && permitted.includes('reachDoor')) void doing.act(actions.reachDoor, {});
  void doing.act(endpoint, body as never); // the body belongs to this endpoint
}

/** One tap says how a door stands; it can be taken back for a moment, and is said at once when the page is left. */
export function useDoor(doing: Act, permitted: readonly string[]) {
  const [said, setSaid] = useState<Said>();
  const send = (one: Said) => sayAtDoor(doing, permitted, one);
  // what the last drawing knows, for the moment in which the page is left
  const latest = useRef({ said, send });
  latest.current = { said, send };
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => {
      latest.current.send(said);
      setSaid(undefined);
    }, undoMs);
    return () => clearTimeout(timer);
  }, [said]);
  useEffect(
    () => () => {
      const { said: open, send: now } = latest.current;
      if (open !== undefined) now(open);
    },
    [],
  );
  return { said, say: setSaid, undo: () => setSaid(undefined), mayReach: permitted.includes('reachDoor') };
}

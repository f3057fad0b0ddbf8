import type { Endpoint } from '@grid-relief/shared-types/contract';
import { useRef } from 'react';
import type { Act } from '@/api';

/**
 * Tells of an action whether it is being done to what is shown: while it travels, and until the server tells of the record
 * anew. After a refusal, and once the record has moved on, it may be asked for again.
 * @param shown what changes when the record moves on: its revision, or what a row without one tells of it
 * @example const isOnItsWay = useOnItsWay(doing, view.revision); if (!isOnItsWay(confirm)) …
 */
export function useOnItsWay(
  { commands }: Pick<Act, 'commands'>,
  shown: number | string,
): (endpoint: Pick<Endpoint, 'name'>) => boolean {
  // what was last shown while an act travelled; kept beside the drawing, because it decides nothing but itself
  const shownWith = useRef(new Map<string, number | string>());
  const travels = ({ state }: (typeof commands)[number]) => state === 'waiting' || state === 'sending';
  for (const one of commands) if (travels(one)) shownWith.current.set(one.id, shown);
  return (endpoint) =>
    commands.some(
      (one) =>
        one.name === endpoint.name &&
        (travels(one) || (one.state === 'sent' && shownWith.current.get(one.id) === shown)),
    );
}

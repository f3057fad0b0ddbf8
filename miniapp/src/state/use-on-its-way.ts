import type { Endpoint } from '@grid-relief/shared-types/contract';
import { useRef } from 'react';
import type { Act } from '@/api';

/**
 * Whether an act of this name is being done to what is shown: while it travels, and until the record as the server tells
 * it has moved on. After a refusal, and with a new revision, it may be asked for again.
 * @param revision of the record on screen
 */
export function useOnItsWay({ commands }: Pick<Act, 'commands'>, { name }: Endpoint, revision: number): boolean {
  // what was last shown while an act travelled; kept beside the drawing, because it decides nothing but itself
  const shownAt = useRef(new Map<string, number>());
  const own = commands.filter((each) => each.name === name);
  const travelling = own.filter(({ state }) => state === 'waiting' || state === 'sending');
  for (const { id } of travelling) shownAt.current.set(id, revision);
  const isJustSent = own.some(({ id, state }) => state === 'sent' && shownAt.current.get(id) === revision);
  return travelling.length > 0 || isJustSent;
}

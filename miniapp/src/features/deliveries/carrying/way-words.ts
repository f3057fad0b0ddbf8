import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';

/** Something somebody wrote for whoever stands at the door; `key` names who said it. */
type DoorWords = { readonly key: 'told-way' | 'told-door' | 'told-note'; readonly words: string };

/**
 * Everything written for the carrier, most binding first: where to go instead, then what the household asked for at
 * the door, then remarks of the grid. Of several of a kind only the newest counts.
 */
export function wordsForDoor({ wayWords, doorWords, timeline }: DeliveryView): DoorWords[] {
  const note = timeline.filter(({ action, reason }) => action === 'note' && reason !== undefined).pop()?.reason;
  const said = [
    { key: 'told-way', words: wayWords?.at(-1)?.words },
    { key: 'told-door', words: doorWords },
    { key: 'told-note', words: note },
  ] as const;
  return said.flatMap(({ key, words }) => (words === undefined || words.trim() === '' ? [] : [{ key, words }]));
}

import { isSystem } from '../../lifecycle';
import type { Attempt } from './verb';

/** The person acting. @throws when it is the product itself, which takes no work */
export function personOf({ actor }: Pick<Attempt, 'actor'>): string {
  if (isSystem(actor)) throw new Error('the product itself holds no work');
  return actor.personId;
}

import { isSystem, personOf, setInList } from '../../lifecycle';
import type { Delivery } from './delivery';
import { refuse } from './refuse';
import type { Attempt, BodyFor, Effects } from './verb';

type Body = BodyFor<'askHandover'>;

/** What the product itself says when a carrier who fell ill leaves everything at once: there is nobody to take a photo. */
export interface LeftIll {
  readonly bags: number;
  readonly leftIll: true;
}

function isLeftIll(body: object): body is LeftIll {
  return 'leftIll' in body;
}

/**
 * Whoever has the bags and passes them on shows them: count and photo are the giver's tick (handbook 2.1). A leader who
 * asks for somebody else's bags, and a carrier who fell ill, do not stand beside them.
 * @throws Problem invalid-input
 */
export function mustShowBags({ assignment }: Delivery, { actor, body }: Attempt<Body>): void {
  const gives = !isSystem(actor) && actor.personId === assignment.assignee && !isLeftIll(body);
  if (gives && !body.photo) refuse([{ pointer: '/photo', detail: 'bags that change hands are photographed' }]);
}

/** The photo as it is kept: who gave, and later who took. */
export function shownBags(attempt: Attempt<Body>): Pick<Effects, 'push'> {
  const { photo } = attempt.body;
  if (!photo) return {};
  return { push: { 'detail.handoverPhotos': [{ photo, by: personOf(attempt.actor), at: attempt.now }] } };
}

/** The bags on the last photo are taken by this person, unless they were given without one. */
export function takenFromPhoto({ detail, assignment }: Delivery, person: string): Pick<Effects, 'stages'> {
  const last = detail.handoverPhotos?.at(-1);
  const isOpen = last !== undefined && last.to === undefined && last.by === assignment.assignee;
  return isOpen ? { stages: [setInList('detail.handoverPhotos', 'photo', last.photo, { to: person })] } : {};
}

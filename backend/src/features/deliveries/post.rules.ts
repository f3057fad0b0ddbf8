import type { DeliveryDraft, DeliveryKind } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { holdsRole, type PersonActor } from '../../lifecycle';

/** What a post may ask for (handbook 2.1); whoever stands there shops for nobody. */
const kindsForPosts: readonly DeliveryKind[] = ['MEAL', 'ERRAND'];
/** The next shifts, and not those of another day (ours). Hours. */
const aheadHours = 24;
/** Told so long before the middle of the shift (handbook 4.2). Minutes. */
const unfedMinutes = 60;
/** As comfort (handbook 4.2); waiting raises it like any other. */
export const postPriority = 3;

type Errors = { readonly pointer: string; readonly detail: string }[];

/** Asks for a post: tied to it, and still leading a shift where it stands (handbook 2.1, 3). Pure. */
export function leadsShift(actor: PersonActor, household: string, area: AreaId, now: Date): boolean {
  const scope: readonly string[] = scopeOf(area);
  const leads = holdsRole(actor, 'SHIFT_LEADER', scope, now);
  return leads && actor.ownHouseholds.includes(household);
}

/** What is odd about a request of a post: a meal is so many heads by a time, free, and without goods (handbook C33). Pure. */
export function postErrors(draft: DeliveryDraft, now: Date): Errors {
  const { kind, headCount, wantedBy, payMode, lines, shop } = draft;
  const isMeal = kind === 'MEAL';
  const at = wantedBy === undefined ? undefined : new Date(wantedBy);
  const until = addMinutes(now, aheadHours * 60);
  const wrong: (readonly [string, string, boolean])[] = [
    ['/kind', 'not for a post', !kindsForPosts.includes(kind)],
    ['/headCount', 'required', isMeal && headCount === undefined],
    ['/headCount', 'not for this kind', !isMeal && headCount !== undefined],
    ['/wantedBy', 'required', isMeal && at === undefined],
    ['/wantedBy', 'not ahead', at !== undefined && at <= now],
    ['/wantedBy', 'too far ahead', at !== undefined && at > until],
    ['/payMode', 'a post pays nothing', payMode !== 'FREE'],
    ['/lines', 'not for a post', lines.length > 0],
    ['/shop', 'not for a post', shop !== undefined],
  ];
  return wrong.filter(([, , applies]) => applies).map(([pointer, detail]) => ({ pointer, detail }));
}

/** A family orders for itself and counts no heads. Pure. */
export function homeErrors({ headCount }: Pick<DeliveryDraft, 'headCount'>): Errors {
  return headCount === undefined ? [] : [{ pointer: '/headCount', detail: 'for a post only' }];
}

/** When it is told that nobody brings the meal. Pure. */
export function unfedFrom(wantedBy: Date): Date {
  return addMinutes(wantedBy, -unfedMinutes);
}

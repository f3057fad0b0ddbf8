import type { myBadge as myBadgeEndpoint } from '@grid-relief/shared-types/badges/badge.contract';
import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { type BadgeDeps, postOf } from './badge.deps';
import { digitsOf, minuteOf, qrOf, rotationMs } from './badge-code';

/** How long a badge of grid staff counts without being asked again. Minutes. */
const staffMinutes = 60;

/**
 * The badge of whoever asks, with this minute's code. `showing` is false off duty: then there is nothing to prove.
 * @throws not-allowed for people who wear no badge
 */
export async function myBadge(
  deps: BadgeDeps,
  actor: PersonActor,
  now: Date,
): Promise<ResponseOf<typeof myBadgeEndpoint>> {
  const post = postOf(actor, now);
  if (!post) throw new Problem('not-allowed');
  const [duty, name = ''] = await Promise.all([
    deps.dutyOf(actor.county, actor.personId, now),
    deps.nameOf(actor.county, actor.personId),
  ]);
  const minute = minuteOf(now);
  return {
    surname: surnameOf(name),
    ...(duty ? { team: duty.team } : {}),
    post,
    validUntil: (duty?.dutyUntil ?? addMinutes(now, staffMinutes)).toISOString(),
    digits: digitsOf(deps.key, actor.personId, minute),
    qr: qrOf(deps.key, actor.personId, minute),
    rotatesAt: new Date((minute + 1) * rotationMs).toISOString(),
    showing: duty !== undefined || post !== 'VOLUNTEER',
  };
}

/** The first character: what a badge shows of a name. */
export function surnameOf(name: string): string {
  return [...name][0] ?? '';
}

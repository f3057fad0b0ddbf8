import type { EpisodePart } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isOwn, isSystem, type PersonActor } from '../../lifecycle';
import { isOfSites } from '../quarantine';
import type { Episode } from './episode';

/** As whom somebody with this role sees an episode of the area; the first that fits. */
const partsByRole: readonly (readonly [Role, EpisodePart])[] = [
  ['DOCTOR', 'DOCTOR'],
  ['GRID_WORKER', 'GRID'],
  ['GRID_LEADER', 'GRID'],
  ['TOWNSHIP_DISPATCHER', 'GRID'],
  ['CDC_INVESTIGATOR', 'INVESTIGATOR'],
  ['COUNTY_HEAD', 'INVESTIGATOR'],
  ['COUNTY_DISPATCHER', 'INVESTIGATOR'],
  ['SITE_MANAGER', 'SITE'],
  ['SAMPLER', 'SAMPLER'],
  ['LAB', 'LAB'],
];

/** The role under which somebody sees this episode, and as whom; undefined: not by a role. Pure. */
export function roleIn(record: Episode, actor: PersonActor, now: Date): readonly [Role, EpisodePart] | undefined {
  return partsByRole.find(
    ([role, part]) => (part !== 'SITE' || isOfSites(record.detail)) && holdsRole(actor, role, record.scope, now),
  );
}

/** How somebody stands to an episode; undefined: does not know that it exists. Pure. */
export function partIn(record: Episode, actor: PersonActor, now: Date): EpisodePart | undefined {
  return isOwn(record, actor) ? 'PERSON' : roleIn(record, actor, now)?.[1];
}

/** Whether this actor may know that the episode exists. Pure. */
export function maySeeEpisode(record: Episode, actor: Actor, now: Date): boolean {
  return isSystem(actor) || partIn(record, actor, now) !== undefined;
}

/** A site's manager before somebody who has nothing to do with a site. Pure. */
export function isOfAnotherPlace(record: Episode, actor: Actor, now: Date): boolean {
  if (isSystem(actor) || partIn(record, actor, now)) return false;
  return holdsRole(actor, 'SITE_MANAGER', record.scope, now);
}

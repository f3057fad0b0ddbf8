import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import mongoose from 'mongoose';
import type { Deps, Feature } from '../../feature';
import { rateLimit } from '../../http/rate-limit';
import type { PersonActor } from '../../lifecycle';
import { taskModel } from '../../tasks';
import { isOnDuty, type VolunteerRecord, type VolunteerRepository } from '../volunteers';
import type { BadgeDeps, OnDuty } from './badge.deps';
import { badgeRoutes } from './badge.routes';

/** Enough for an honest household at its door, too few to guess six digits. */
const checksPerMinute = 10;
/** More than any township has on duty at once. */
const onDutyLimit = 5_000;

/** Opens duty badges. `homesOf` gives the areas of the households a person lives in or speaks for. */
export function openBadges(
  { connection, master, identity }: Deps,
  volunteers: VolunteerRepository,
  homesOf: (actor: PersonActor) => Promise<readonly AreaId[]>,
): Feature {
  const limit = rateLimit({ points: checksPerMinute, seconds: 60 });
  const deps: BadgeDeps = {
    key: master.derive('badge-codes'),
    async dutyOf(county, person, now) {
      const found = await volunteers.byId(county, person);
      return found && isOnDuty(found, now) ? dutyFrom(found) : undefined;
    },
    async onDutyIn(county, areas, now) {
      const found = await volunteers.near({ county, within: [...areas], limit: onDutyLimit });
      return found.filter((volunteer) => isOnDuty(volunteer, now)).flatMap((volunteer) => dutyFrom(volunteer) ?? []);
    },
    async staffIn(county, areas, now) {
      const roles = ['GRID_WORKER', 'GRID_LEADER'] as const;
      return (await Promise.all(roles.map((role) => identity.holdersOf(county, role, areas, now)))).flat();
    },
    nameOf: async (county, person) => (await identity.open(county, [person])).get(person)?.name,
    actorOf: identity.actorOf,
    homesOf,
    async holdsFor(county, person, households) {
      if (households.length === 0) return false;
      const held = { county, 'assignment.assignee': person, household: mongoose.trusted({ $in: [...households] }) };
      return (await taskModel(connection).exists(held)) !== null;
    },
    countCheck: limit.count,
  };
  return { routes: badgeRoutes(deps) };
}

function dutyFrom({ _id, team, duty }: VolunteerRecord): OnDuty | undefined {
  return duty.until && { person: _id, team, dutyUntil: duty.until };
}

import type { OpId } from '@grid-relief/shared-types/primitives/ids';
import type { Connection } from 'mongoose';
import type { Feature, Worker } from '../../feature';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import { repeatedly } from '../../platform/repeatedly';
import { goOffDuty } from './change-duty';
import { sweepVolunteerSeats } from './seat-sweep';
import { type VolunteerRepository, volunteerRepository } from './volunteer.repository';
import { volunteerRoutes } from './volunteer.routes';
import type { VolunteerDeps } from './volunteer-deps';

/** How often places left by a crash are looked for. Milliseconds. */
const sweepEveryMs = 60_000;

/**
 * Somebody else says that a volunteer is ill: as if that person had gone off duty so, with a hold until a doctor clears
 * it, and all they hold given back or handed over (handbook 2.12). Safe to repeat.
 */
export type FallsIll = (actor: PersonActor, opId: OpId, at: Date) => Promise<void>;

/** The endpoints of volunteers, and the sweep of their places. */
export function volunteerFeature(
  deps: Omit<VolunteerDeps, 'volunteers'> & { readonly now: Clock; readonly onError: (error: unknown) => void },
): Feature & { readonly volunteers: VolunteerRepository; readonly fallsIll: FallsIll } {
  const volunteers = volunteerRepository(deps.connection);
  return {
    routes: volunteerRoutes({ ...deps, volunteers }),
    workers: [seatSweeper(deps.connection, deps.now, deps.onError)],
    traitsOf: rememberedTraits(volunteers),
    volunteers,
    async fallsIll(actor, opId, at) {
      // whoever carries for once without being enrolled has no duty to end
      if (!(await volunteers.byId(actor.county, actor.personId))) return;
      await goOffDuty({ ...deps, volunteers }, actor, { opId, sick: true }, at);
    },
  };
}

function seatSweeper(connection: Connection, now: Clock, onError: (error: unknown) => void): Worker {
  const sweep = () => sweepVolunteerSeats(connection, now());
  return { name: 'seat-sweep', ...repeatedly(sweepEveryMs, sweep, { onError }) };
}

/** What a person may take, for the actor of a request; nobody who was never enrolled may take anything. */
export interface VolunteerTraits {
  readonly skills: readonly string[];
  readonly ppe: number;
  readonly loop?: string;
}

/** Reads the traits of a person. */
export async function volunteerTraits(
  volunteers: VolunteerRepository,
  county: string,
  person: string,
): Promise<VolunteerTraits> {
  const found = await volunteers.byId(county, person);
  if (!found) return { skills: [], ppe: 0 };
  return { skills: found.skills, ppe: found.ppe, ...(found.loop === undefined ? {} : { loop: found.loop }) };
}

/**
 * Training and protection change by the day; what is remembered is at most this old, in milliseconds. Whoever takes
 * waiting work is asked anew: the write that takes the place tells.
 */
const rememberMs = 60_000;
const mostRemembered = 20_000;

/** The same from memory most of the time: it is asked on every request of a volunteer. */
function rememberedTraits(volunteers: VolunteerRepository) {
  const known = new Map<string, { readonly traits: VolunteerTraits; readonly readAt: number }>();
  return async (person: string, county: string): Promise<VolunteerTraits> => {
    const key = `${county} ${person}`;
    const found = known.get(key);
    const now = performance.now();
    if (found && now - found.readAt < rememberMs) return found.traits;
    const traits = await volunteerTraits(volunteers, county, person);
    // somebody untrained, or not enrolled yet: an enrolment counts at once
    if (traits.ppe === 0 && traits.skills.length === 0) return traits;
    // read anew within seconds anyway: forgetting all at once is cheaper than finding the oldest
    if (known.size >= mostRemembered) known.clear();
    known.set(key, { traits, readAt: now });
    return traits;
  };
}

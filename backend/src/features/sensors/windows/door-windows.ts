import type { BodyOf } from '@grid-relief/shared-types/contract';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { announceDoorWindow, askToOpenDoor } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import type { DoorWindowView } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import { Problem } from '../../../http/problem';
import { holdsRole, householdsOf, type PersonActor } from '../../../lifecycle';
import { systemClock } from '../../../platform/clock';
import { purgeAfter } from '../events/retention.rules';
import type { DoorWindow, SensorDeps } from '../sensor.deps';
import type { StoredWindow } from './door-window.record';
import { announcedFor, keepWindow } from './door-window.repository';
import { ownWindow, roundMinutes } from './is-explained.rules';

const viewOf = ({ _id, why, from, to }: StoredWindow) =>
  ({ id: _id, why, from: from.toISOString(), to: to.toISOString() }) as DoorWindowView; // the id was parsed when it came in

/** Stores it once under its client-made id. @throws Problem id-taken */
async function store(deps: SensorDeps, wanted: StoredWindow): Promise<DoorWindowView> {
  const { _id, county, by, why, area, household } = wanted;
  const kept = _id.startsWith(`${county}-`) ? await keepWindow(deps.connection, wanted) : undefined;
  const isSame = kept?.by === by && kept.why === why && kept.area === area && kept.household === household;
  if (!kept || !isSame) throw new Problem('id-taken');
  return viewOf(kept);
}

/** Who lives there, or speaks for them, is about to open the door: nobody is asked, and nobody is told. @throws Problem not-found, id-taken */
export async function askToOpen(
  deps: SensorDeps,
  actor: PersonActor,
  { id: _id, household, why }: BodyOf<typeof askToOpenDoor>,
): Promise<DoorWindowView> {
  const { county, personId: by } = actor;
  const area = householdsOf(actor).includes(household) ? await deps.areaOf(county, household) : undefined;
  if (!area) throw new Problem('not-found');
  const now = deps.now();
  const window = ownWindow(why, now);
  return store(deps, {
    _id,
    county,
    area,
    household,
    by,
    ...window,
    purgeAt: purgeAfter(window.to, now, systemClock()),
  });
}

/** The grid announces a round. @throws Problem not-allowed (another's area), id-taken, invalid-input (no time, or too long) */
export async function announce(
  deps: SensorDeps,
  actor: PersonActor,
  { id: _id, area, household, why, from: begin, to: end }: BodyOf<typeof announceDoorWindow>,
): Promise<DoorWindowView> {
  const { county, personId: by } = actor;
  const [from, to, now] = [new Date(begin), new Date(end), deps.now()];
  const home = household === undefined ? area : await deps.areaOf(county, household);
  const isOurs = holdsRole(actor, ['GRID_WORKER', 'GRID_LEADER'], scopeOf(area), now);
  if (!isOurs || !home || !scopeOf(home).includes(area)) throw new Problem('not-allowed');
  if (to <= from || to > addMinutes(from, roundMinutes)) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/to', detail: `${roundMinutes} min` }] });
  }
  const whose = household === undefined ? {} : { household };
  return store(deps, {
    _id,
    county,
    area: household === undefined ? area : home,
    ...whose,
    why,
    from,
    to,
    by,
    purgeAt: purgeAfter(to, now, systemClock()),
  });
}

/** Everything that may explain an opening: what was announced, and what features know by themselves. */
export async function windowsOf(
  deps: SensorDeps,
  county: string,
  home: { readonly household: string; readonly area: string },
  openedAt: Date,
): Promise<readonly DoorWindow[]> {
  const [announced, brought] = await Promise.all([
    announcedFor(deps.connection, county, home, openedAt),
    deps.deliveryWindows(county, home.household),
  ]);
  return [...announced, ...brought];
}

/** Those of a home as it may see them itself. */
export async function windowsToSee(
  deps: SensorDeps,
  county: string,
  home: { readonly household: string; readonly area: string },
): Promise<DoorWindowView[]> {
  return (await announcedFor(deps.connection, county, home, deps.now())).map(viewOf);
}

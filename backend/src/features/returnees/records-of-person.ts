import type { HealthTracker } from './health-tracker';
import { isTrackerOver } from './health-tracker';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { saidBy } from './said';
import type { Traveller, TravellerSaid } from './traveller';

type Stored = Pick<ReturneeDeps, 'connection'>;

/** Nobody goes on under a new record so often. */
const mostSteps = 8;

/**
 * The same ids, and those of every record under which one of these people went on, or came before: an ended record is
 * never reopened. Ids of others are left as they are.
 */
export async function recordsOfPerson(
  { connection }: Stored,
  county: string,
  ids: readonly string[],
): Promise<string[]> {
  const stored = returneeRepository(connection);
  const known = new Set(ids);
  let fresh: readonly string[] = ids;
  for (let step = 0; step < mostSteps && fresh.length > 0; step++) {
    const found = await stored.byIds(county, fresh);
    const after = found.length > 0 ? await stored.linkedTo(county, found) : [];
    const next = [...found.flatMap(({ detail }) => detail.linkedFrom ?? []), ...after.map(({ _id }) => _id)];
    fresh = [...new Set(next)].filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
  }
  return [...known];
}

/** Somebody who comes, with what was told of them; nothing of it once the key was destroyed. */
export interface OpenTraveller {
  readonly record: Traveller;
  readonly said: TravellerSaid | undefined;
}

/** Those of these ids who are travellers. */
export async function openTravellersOf(
  { connection, cipherOf }: Stored & Pick<ReturneeDeps, 'cipherOf'>,
  county: string,
  ids: readonly string[],
): Promise<OpenTraveller[]> {
  if (ids.length === 0) return [];
  const cipher = await cipherOf(county);
  const found = await returneeRepository(connection).byIds(county, ids);
  return found.map((record) => ({ record, said: saidBy(cipher, record) }));
}

/** Trips and trackers of somebody. */
export async function besideTravellers({ connection }: Stored, county: string, travellers: readonly Traveller[]) {
  const stored = returneeRepository(connection);
  const reports = [...new Set(travellers.map(({ detail }) => detail.report))];
  const [trips, followed] = await Promise.all([
    Promise.all(reports.map((report) => stored.trip(county, report))),
    Promise.all(travellers.map(({ _id }) => stored.trackersOf(county, _id))),
  ]);
  const trackers = followed.flat().filter((one: HealthTracker) => !isTrackerOver(one));
  return { trips: trips.flatMap((trip) => trip ?? []), trackers };
}

/** Who comes to these areas, or is followed there. */
export async function travellerIdsIn({ connection }: Stored, county: string, areas: readonly string[]) {
  return (await returneeRepository(connection).openIn(county, areas)).map(({ _id }) => _id);
}

/** Who of a home is followed at this moment, and since when. */
export async function followedAtHome({ connection }: Stored, county: string, household: string) {
  const all = await returneeRepository(connection).trackersAtHome(county, household);
  const open = all.filter((one) => !isTrackerOver(one));
  return open.map(({ about: person, state, createdAt }) => ({ person, state, createdAt }));
}

/** Whether one of these has died while they were followed. */
export async function diedFollowed({ connection }: Stored, county: string, names: readonly string[]): Promise<boolean> {
  const stored = returneeRepository(connection);
  const found = await Promise.all(names.map((name) => stored.trackersOf(county, name)));
  return found.flat().some(({ state }) => state === 'DECEASED');
}

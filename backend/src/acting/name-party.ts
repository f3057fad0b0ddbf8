import { type Lifecycle, openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { act, fire, recordsIn, type Tracked, withOnly } from '../lifecycle';
import type { NewEntry } from '../outbox';
import { derivedId } from '../platform/ids';

/** The step by which a record names somebody whom it did not name at its beginning; in no table (decision 0018). */
export const naming = 'nameParty';
const doc = 'Names somebody who was not known when it began.';

/** A kind of record with a lifecycle, and where it is kept. */
export interface KindOfRecord {
  readonly collection: string;
  readonly kind: string;
  readonly machine: Lifecycle;
}

/** Whom a record names from now on, and what follows from it. */
interface Naming {
  readonly person: string;
  readonly now: Date;
  readonly emit?: readonly NewEntry[];
}

/**
 * Somebody becomes a party of a record that is there already, as if it had named them from the beginning: one write,
 * once for each person. Whoever is a party already is told nothing, and a record that is over names nobody any more.
 * @returns false when there was nothing to write
 */
export async function nameParty(
  connection: Connection,
  { collection, kind, machine }: KindOfRecord,
  { _id, county }: Pick<Tracked, '_id' | 'county'>,
  { person, now, emit = [] }: Naming,
): Promise<boolean> {
  const only = withOnly(machine, naming, { from: openStates(machine), doc });
  return fire(() =>
    act({
      ...{ collection: connection.collection(collection), kind, id: _id, now, emit },
      ...{ machine: only, action: naming, opId: derivedId(county, _id, naming, person) },
      actor: { system: 'outbox', county },
      guard: { parties: { $ne: person } },
      push: { parties: [person] },
      visible: () => true,
    }),
  );
}

/** Who is to be named, by all records alike. */
interface Parties {
  readonly parties: readonly string[];
  readonly now: Date;
}

/** The same for whoever of several a record does not name yet. */
export async function nameParties(
  connection: Connection,
  kind: KindOfRecord,
  record: Pick<Tracked, '_id' | 'county' | 'parties'>,
  { parties, now }: Parties,
): Promise<void> {
  for (const person of parties.filter((one) => !record.parties?.includes(one))) {
    await nameParty(connection, kind, record, { person, now });
  }
}

const asked = { county: 1, parties: 1 } as const;

/** The same for every open record of a kind that is about one of these. @returns the ids of all, whomever they named before */
export async function namePartiesAbout(
  connection: Connection,
  of: KindOfRecord,
  { county, about, ...whom }: Parties & { readonly county: string; readonly about: readonly string[] },
): Promise<string[]> {
  const { collection, kind, machine } = of;
  const open = await recordsIn<Tracked>(connection.collection(collection))
    .find({ county, about: { $in: [...about] }, kind, state: { $in: openStates(machine) } } as object)
    .project<Pick<Tracked, '_id' | 'county' | 'parties'>>(asked)
    .toArray();
  for (const record of open) await nameParties(connection, of, record, whom);
  return open.map(({ _id }) => _id);
}

import type { BodyOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { clearHold as contract } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { Problem } from '../../http/problem';
import { areasOf, fingerprintOf, type PersonActor } from '../../lifecycle';
import { notice } from '../../notice-entry';
import { entriesOf } from '../../outbox';
import { healthHoldRepository } from './health-hold.repository';
import type { ClearedHold, VolunteerRecord } from './volunteer';
import type { VolunteerDeps } from './volunteer-deps';

type Cleared = ResponseOf<typeof contract>;

/** So long the volunteer's own page shows what the doctor said. Minutes. */
const shownMinutes = 48 * 60;

/**
 * A doctor of the place ends a hold, with words for the volunteer (handbook 2.6). Duty does not begin by itself. Safe to
 * repeat.
 * @throws Problem not-found (nobody on hold in the doctor's areas), not-allowed (one's own), changed-meanwhile (ended,
 * or another one), op-id-reused
 */
export async function clearHold(
  deps: VolunteerDeps,
  actor: PersonActor,
  person: string,
  { opId, since, words }: BodyOf<typeof contract>,
  now: Date,
): Promise<Cleared> {
  const { county, personId: by } = actor;
  const areas = areasOf(actor, 'DOCTOR', now);
  const before = await deps.volunteers.byId(county, person);
  if (!before?.scope.some((area) => areas.includes(area))) throw new Problem('not-found');
  // nobody says of themselves that they are well
  if (person === by) throw new Problem('not-allowed');
  const hash = fingerprintOf(actor, 'clearHold', { person, since, words });
  const earlier = earlierOf(before, opId, by, hash);
  if (earlier) return present(person, earlier);
  const cleared = {
    since: new Date(since),
    at: now,
    by,
    sealed: await deps.seal(county, words),
    opId,
    inputHash: hash,
  };
  const entries = entriesOf(opId, [notice({ person }, 'HOLD_CLEARED', {}, { urgent: true })], now);
  if (await healthHoldRepository(deps.connection).clearHold({ county, person, areas, cleared, entries }))
    return present(person, cleared);
  const meanwhile = await deps.volunteers.byId(county, person);
  const same = meanwhile && earlierOf(meanwhile, opId, by, hash);
  if (!same) throw new Problem('changed-meanwhile', undefined, { next: 'refresh' });
  return present(person, same);
}

function earlierOf(
  { clearedHolds = [] }: VolunteerRecord,
  opId: string,
  by: string,
  hash: string,
): ClearedHold | undefined {
  const earlier = clearedHolds.find((each) => each.opId === opId);
  if (earlier && (earlier.by !== by || earlier.inputHash !== hash)) throw new Problem('op-id-reused');
  return earlier;
}

function present(person: string, { since, at }: Pick<ClearedHold, 'since' | 'at'>): Cleared {
  return { person: PersonId.parse(person), since: since.toISOString(), clearedAt: at.toISOString() };
}

/** What a doctor said on ending the last hold, while it is news to the volunteer. */
export async function clearedLately(
  deps: Pick<VolunteerDeps, 'unseal'>,
  { county, healthHold, duty, clearedHolds = [] }: VolunteerRecord,
  now: Date,
): Promise<{ readonly at: Date; readonly words?: string } | undefined> {
  const last = clearedHolds.at(-1);
  if (!last || healthHold || duty.on || addMinutes(last.at, shownMinutes) < now) return undefined;
  const words = await deps.unseal(county, last.sealed);
  return { at: last.at, ...(words ? { words } : {}) };
}

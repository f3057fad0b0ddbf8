import { transferMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import type { AskedKind, TransferAsk } from '@grid-relief/shared-types/transfers/transfer-ask.schema';
import { Problem } from '../../http/problem';
import { canonicalText, type PersonActor, untilKnown } from '../../lifecycle';
import type { TransferOpening } from '../quarantine';
import { checkAsk } from './ask.rules';
import { claimPlace, giveUpPlaces } from './claim-place';
import { newPassenger, newTrip } from './new-trip';
import type { Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';
import { transfers } from './transfers';
import { whoIsAsked } from './who-is-asked';

/** So long it may take, by what it is for. Pure. */
function minutesFor(kind: AskedKind, isByAmbulance: boolean): number {
  if (isByAmbulance) return transferMinutes.ambulance;
  if (kind === 'SITE_MOVE') return transferMinutes.siteMove;
  return kind === 'RELEASE_HOME' ? transferMinutes.releaseHome : transferMinutes.hospital;
}

/**
 * A trip that somebody asks for by hand (handbook 2.4). The same request again answers the stored one. Everybody's place is
 * claimed before the trip is there, so that of two who ask for one person at once one is told of the other's trip.
 * @throws Problem invalid-input (whom one does not see, where they cannot go), already-open, id-taken, outcome-unknown
 */
export async function askByHand(deps: TransferDeps, actor: PersonActor, ask: TransferAsk): Promise<Transfer> {
  const { county, personId: askedBy } = actor;
  const { id } = ask;
  const cipher = await deps.cipherOf(county);
  // hashed with the county's key where no request has brought a keyed hash: it holds who goes where
  const draftHash = actor.asked ?? cipher.blindIndex('transfer-ask', canonicalText(ask));
  const stored = transferRepository(deps.connection);
  const isSame = (found: Transfer) => found.detail.askedBy === askedBy && found.detail.draftHash === draftHash;
  const before = await stored.byId(county, id);
  if (before && !isSame(before)) throw new Problem('id-taken');
  if (before) return taken(deps, before, ask);
  checkAsk(ask, deps.now());
  const openings = await openingsOf(deps, actor, ask);
  const claimed = await claimAll(deps, openings, id);
  const [first] = claimed;
  if (!first) throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/people', detail: 'nobody' }] });
  const detail = { passengers: claimed.map((one) => one.id), askedBy, draftHash };
  const trip = await newTrip(deps, first, id, detail);
  const scope = [...new Set([...trip.scope, ...claimed.flatMap(({ pickupArea }) => pickupArea ?? [])])];
  await untilKnown(() => transfers(deps).insert({ ...trip, scope }));
  const there = await stored.byId(county, id);
  if (there && isSame(there)) return taken(deps, there, ask);
  await giveUpPlaces(deps, county, claimed, id);
  throw new Problem('id-taken');
}

/** Whoever an ambulance has already is on the way. */
async function taken(deps: TransferDeps, trip: Transfer, { isTaken }: TransferAsk): Promise<Transfer> {
  if (!isTaken) return trip;
  await transfers(deps).follow(trip, 'ambulanceTakes');
  return (await transferRepository(deps.connection).byId(trip.county, trip._id)) ?? trip;
}

async function openingsOf(deps: TransferDeps, actor: PersonActor, ask: TransferAsk): Promise<TransferOpening[]> {
  const { id: together, kind, goal, byAmbulance, people, from, pickup, destination } = ask;
  const openings: TransferOpening[] = [];
  for (const [at, { person, needs }] of people.entries()) {
    const asked = await whoIsAsked(deps, actor, person, at);
    const { others } = await deps.everyName(asked.county, asked.about);
    const twice = openings.some(({ about }) => about === asked.about || others.includes(about));
    const errors = [{ pointer: `/people/${at}/person`, detail: 'is on the list twice' }];
    if (twice) throw new Problem('invalid-input', undefined, { errors });
    openings.push({
      ...asked,
      ...{ id: together, together, kind, goal, from: new Date(from), needs: [...new Set(needs)] },
      ...(byAmbulance ? { byAmbulance: true as const } : {}),
      ...(pickup ? { pickup } : {}),
      ...(destination ? { to: destination } : {}),
      minutes: minutesFor(kind, byAmbulance),
    });
  }
  return openings;
}

/** All or none. @throws Problem already-open with the trip on which somebody has a place */
async function claimAll(deps: TransferDeps, openings: readonly TransferOpening[], trip: string) {
  const claimed: TransferOpening[] = [];
  for (const opening of openings) {
    const made = (id: string) => newPassenger(deps, { ...opening, id }, trip);
    const place = await claimPlace(deps, opening, trip, made);
    if ('open' in place) {
      await giveUpPlaces(deps, opening.county, claimed, trip);
      throw new Problem('already-open', undefined, { open: place.open, next: 'open' });
    }
    claimed.push({ ...opening, id: place.id });
  }
  return claimed;
}

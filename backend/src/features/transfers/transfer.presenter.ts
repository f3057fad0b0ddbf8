import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { PassengerView, TransferRow, TransferView } from '@grid-relief/shared-types/transfers/transfer.schema';
import { stepsOf } from '../../acting';
import { holdsRole, type PersonActor, permittedActions } from '../../lifecycle';
import { destroyedText, maskName } from '../../masks';
import type { FieldCipher } from '../../platform/encryption';
import { headCount } from './head-count.rules';
import { goesAlong, type Passenger, passengerMachine, whyNot } from './passenger';
import { boardingIn, needsIn, pickupIn, routeIn, toIn, whoIn } from './sealed-words';
import { inPlaceBy, isByAmbulance, machine, type Signature, type Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { doctor, isTimeFor, mayDeclareAlone, type Standing } from './transfer.policy';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: TransferDeps['areaName'];
  readonly cipher: FieldCipher;
  /** Surname and stars of drivers. */
  readonly labels: ReadonlyMap<string, { readonly label: string }>;
}

/** A trip in a list: never a full name. */
export function rowOf({ actor, now, areaName }: Seen, record: Transfer, list: readonly Passenger[]): TransferRow {
  const { _id: id, variant, state, revision, area, createdAt, detail } = record;
  const kind = variant === 'SELF_DRIVE' ? variant : detail.kind;
  const { code, goal, from, beds, vehicle, expectedAt, ownWay } = detail;
  const row = {
    ...{ id, kind, state, revision, code, area, areaName: areaName(areaId(area)), goal },
    byAmbulance: isByAmbulance(record),
    ...(beds ? { siteName: beds.name } : {}),
    people: list.filter(goesAlong).length,
    ...{ from: from.toISOString(), inPlaceBy: inPlaceBy(detail).toISOString(), requestedAt: createdAt.toISOString() },
    isLate: isLate(record, now),
    ...(vehicle ? { plate: vehicle.plate } : {}),
    ...(expectedAt ? { expectedAt: expectedAt.toISOString() } : {}),
    // in a car of ours after all, once their own has broken down
    ...(ownWay && variant === 'SELF_DRIVE' ? { ownWay } : {}),
    actions: permittedActions(machine, record, actor, now).filter(
      (action) => action !== 'declareSelfDrive' || mayDeclareAlone(record, actor, now),
    ),
  };
  return row as TransferRow; // ids were parsed when they came in
}

const inPlace: readonly string[] = ['AT_DEST', 'HANDED_OVER', 'DISINFECTED', 'CLOSED', 'CANCELLED'];

/** The step that is waited for, or all of the way, has run out of time. Pure. */
export function isLate({ state, dueAt, detail }: Pick<Transfer, 'state' | 'dueAt' | 'detail'>, now: Date): boolean {
  if (inPlace.includes(state)) return false;
  return (dueAt !== undefined && dueAt <= now) || inPlaceBy(detail) <= now;
}

/** Somebody on the list of a trip: never a full name. */
export function passengerView({ actor, now, cipher }: Seen, trip: Transfer, record: Passenger): PassengerView {
  const { _id: id, state, revision, detail } = record;
  const who = whoIn(cipher, record);
  const why = whyNot(record);
  const measured = holdsRole(actor, doctor, record.scope, now)
    ? boardingIn(cipher, record)?.temperatureTenths
    : undefined;
  const view = {
    ...{ id, state, revision, code: detail.code, nameMasked: who ? maskName(who.name) : destroyedText },
    needs: needsIn(cipher, record),
    ...(detail.luggage === undefined ? {} : { luggage: detail.luggage }),
    ...(measured === undefined ? {} : { temperatureTenths: measured }),
    ...(detail.roomLabel ? { room: detail.roomLabel } : {}),
    ...(why ? { why } : {}),
    actions: permittedActions(passengerMachine, record, actor, now).filter((action) => isTimeFor(action, trip)),
  };
  return view as PassengerView; // ids were parsed when they came in
}

/** The trip as somebody who stands so to it may see it: a home sees plate and time, and nobody else on the list. */
export function viewOf(seen: Seen, standing: Standing, record: Transfer, list: readonly Passenger[]): TransferView {
  const { cipher, labels } = seen;
  const { vehicle, driver, boarding, handOver } = record.detail;
  const isWork = standing !== 'OWN';
  const [pickup, destination] = isWork ? [pickupIn(cipher, record), toIn(cipher, record)] : [];
  const route = isWork ? routeIn(cipher, record) : undefined;
  const who = driver && labels.get(driver.owner);
  const pieces = list.reduce((sum, { detail }) => sum + (detail.luggage ?? 0), 0);
  return {
    ...rowOf(seen, record, list),
    ...(isWork ? { passengers: list.map((one) => passengerView(seen, record, one)) } : {}),
    ...(vehicle ? { vehicle: { plate: vehicle.plate, seats: vehicle.seats, partition: vehicle.partition } } : {}),
    ...(who ? { driver: { label: who.label } } : {}),
    ...(pickup ? { pickup } : {}),
    ...(destination ? { destination } : {}),
    ...(route ? { route: [route.words, route.plate].filter((part) => part).join(' · ') } : {}),
    heads: headCount(list),
    signed: {
      ...(boarding ? { boarding: { ...signed(boarding), luggage: pieces } } : {}),
      ...(handOver ? { handOver: signed(handOver) } : {}),
    },
    timeline: stepsOf(record.history.filter(({ action }) => !silent.includes(action))),
  };
}

/** What the product does by itself and nobody waits for. */
const silent: readonly string[] = ['listPassenger', 'retime', 'keepBeds'];

const signed = ({ role: by, at, heads }: Signature) => ({ by, at: at.toISOString(), heads });

import type { Attempt, Effects, Verb } from '../../acting';
import { instead } from '../../acting';
import { isSystem, isUnknownOutcome } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { atHome } from '../quarantine';
import { passengerMoved, tellGrid, tellPerson, tellRoles } from './entries';
import { tellSite } from './keep-beds';
import type { Passenger, PassengerAction, PassengerBody } from './passenger';
import { sealBoarding } from './sealed-words';
import { bedKeyOf, isByAmbulance, type Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { approver, desk } from './transfer.policy';
import { transferRepository } from './transfer.repository';

type PassengerVerb = Verb<Passenger, PassengerBody, TransferDeps>;
type PassengerAttempt = Attempt<Passenger, PassengerBody, TransferDeps>;

/** A notice about somebody opens the trip. */
const onTripOf = ({ detail }: Passenger) => ({ record: detail.trip });

const join: PassengerVerb = ({ body }) => ({
  set: {
    ...(body.assignee === undefined ? {} : { 'assignment.assignee': body.assignee }),
    ...(body.scope ? { scope: [...body.scope] } : {}),
  },
});

const board: PassengerVerb = async ({ deps, record, body, actor }) => {
  if (isSystem(actor)) return { emit: [passengerMoved] };
  const { mask = false, temperatureTenths, luggage = 0, identityChecked = false } = body;
  const seen = { mask, ...(temperatureTenths === undefined ? {} : { temperatureTenths }) };
  const isHot = temperatureTenths !== undefined && temperatureTenths >= (await deps.feverTenths(record.county));
  return {
    set: {
      'detail.sealedHealth': sealBoarding(await deps.cipherOf(record.county), record, seen),
      'detail.luggage': luggage,
      'detail.identityChecked': identityChecked,
    },
    emit: [passengerMoved, ...(isHot ? [tellRoles(['DOCTOR', desk], record, 'TRANSFER_FEVER', onTripOf(record))] : [])],
  };
};

/** @returns undefined: no bed was kept any more, and there is no other */
async function moveIn(deps: TransferDeps, { county, _id, about }: Passenger, { detail }: Transfer) {
  const { beds } = detail;
  if (!beds) return undefined;
  const key = bedKeyOf(county, _id, beds);
  const room = await deps.beds.moveIn(county, key, beds.site);
  if (room || !(await deps.beds.keep({ county, site: beds.site, for: key, about }))) return room;
  return deps.beds.moveIn(county, key, beds.site);
}

/** Whoever went another way in the same moment needs no room after all; whom another receiver has taken over keeps it. */
function leavingRoom({ deps, record }: PassengerAttempt, { detail }: Transfer): Pick<Effects<Passenger>, 'around'> {
  const { county, _id } = record;
  return {
    async around(write) {
      try {
        return await write();
      } catch (error) {
        const now = isUnknownOutcome(error)
          ? undefined
          : await transferRepository(deps.connection).passenger(county, _id);
        if (now && now.state === 'TO_120' && detail.beds)
          await deps.beds.giveBack(county, bedKeyOf(county, _id, detail.beds));
        throw error;
      }
    },
  };
}

/** Taken over at the destination and nowhere else; the person is there, with or without a room. */
const handOver: PassengerVerb = async (attempt) => {
  const { deps, record } = attempt;
  const trip = await transferRepository(deps.connection).byId(record.county, record.detail.trip);
  const isUntended = trip?.state === 'CLOSED' && (trip.variant === 'SELF_DRIVE' || isByAmbulance(trip));
  if (trip?.state !== 'AT_DEST' && !isUntended) throw instead(record, 'arrive');
  if (trip.detail.goal !== 'SITE') return { emit: [passengerMoved] };
  const room = await moveIn(deps, record, trip);
  const lost = trip.detail.beds ? [tellSite(record, trip.detail.beds, 'TRANSFER_NO_BED', trip._id)] : [];
  return {
    ...leavingRoom(attempt, trip),
    ...(room ? { set: { 'detail.room': room.room, 'detail.roomLabel': room.label } } : {}),
    emit: [passengerMoved, ...(room ? [] : lost)],
  };
};

const missing: PassengerVerb = ({ record, body }) => ({
  ...(body.tried ? { set: { 'detail.tried': [...new Set(body.tried)] } } : {}),
  emit: [passengerMoved, tellGrid(record, 'TRANSFER_MISSING', onTripOf(record))],
});

/** Who planned the seat hears that it is free, and who drives that there is nobody to wait for. */
function notFetched(record: Passenger): NewEntry[] {
  const { assignee } = record.assignment;
  return [
    tellRoles([approver, desk], record, 'TRANSFER_AT_HOME', onTripOf(record)),
    ...(assignee ? [tellPerson(assignee, record, 'TRANSFER_AT_HOME', onTripOf(record))] : []),
  ];
}

/** What happens to one person beside the state (handbook 2.4); none undoes another. */
export const passengerVerbs: Readonly<Partial<Record<PassengerAction, PassengerVerb>>> = {
  ...{ join, board, handOver, notThere: missing, refuse: missing },
  dropOut: ({ record, reason }) => ({ emit: [passengerMoved, ...(reason === atHome ? notFetched(record) : [])] }),
  takenBy120: ({ record }) => ({
    emit: [
      passengerMoved,
      tellGrid(record, 'TRANSFER_120', onTripOf(record)),
      tellRoles(['DOCTOR', desk], record, 'TRANSFER_120', onTripOf(record)),
    ],
  }),
};

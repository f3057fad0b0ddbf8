import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { linesFor } from '../../src/features/episodes/counting.rules';
import { derivedId } from '../../src/platform/ids';
import { type Snapshot, type Stored, snapshot } from './records';

/** A fault, planted in what a run has left: which law speaks of it, and the records as they would then be. */
export interface Planted {
  readonly law: string;
  readonly what: string;
  readonly plant: (all: Snapshot) => readonly Stored[];
}

const first = (all: Snapshot, kind: string, fits: (one: Stored) => boolean = () => true): Stored => {
  const found = all.of(kind).find(fits);
  if (!found) throw new Error(`the run has left no ${kind}`);
  return found;
};
const timer = { id: 'x', kind: 'timer', due: new Date(0), attempts: 0, payload: {} };
const open = (link: Stored, change: object): Stored => ({
  ...{ ...link, state: 'WAITING', dueAt: new Date(), outbox: [timer] },
  ...change,
});
const copy = (one: Stored, change: object): Stored => ({ ...one, _id: `${one._id}-2`, ...change });
/** A detail with a change. */
const detailed = ({ detail }: Stored, change: object) => ({ detail: { ...detail, ...change } });

export const planted: readonly Planted[] = [
  {
    ...{ law: 'ownerAndDeadline', what: 'a link without a deadline' },
    plant: (all) => [open(first(all, 'CHAIN_LINK'), { dueAt: undefined })],
  },
  {
    ...{ law: 'ownerAndDeadline', what: 'a link whose timer was lost' },
    plant: (all) => [open(first(all, 'CHAIN_LINK'), { outbox: [] })],
  },
  {
    ...{ law: 'ownerAndDeadline', what: 'a link of no grid' },
    plant: (all) => [open(first(all, 'CHAIN_LINK'), { area: undefined })],
  },
  {
    ...{ law: 'oneOfEach', what: 'a link that is open twice' },
    plant: (all) => {
      const link = first(all, 'CHAIN_LINK');
      return [open(link, {}), open(copy(link, {}), {})];
    },
  },
  {
    ...{ law: 'oneOfEach', what: 'somebody in two quarantines' },
    plant: (all) => {
      const episode = first(all, 'QUARANTINE_EPISODE', ({ about }) => about !== undefined);
      return [{ ...episode, state: 'PENDING' }, copy(episode, { state: 'PENDING' })];
    },
  },
  {
    ...{ law: 'bedOnce', what: 'two beds kept for one' },
    plant: (all) => {
      const room = first(all, 'ROOM');
      const kept = { state: 'RESERVED', ...detailed(room, { heldFor: 'somebody' }) };
      return [{ ...room, ...kept }, copy(room, kept)];
    },
  },
  {
    ...{ law: 'bedOnce', what: 'somebody who lives in two rooms' },
    plant: (all) => {
      const room = first(all, 'ROOM');
      const taken = { state: 'OCCUPIED', ...detailed(room, { person: 'somebody' }) };
      return [{ ...room, ...taken }, copy(room, taken)];
    },
  },
  {
    ...{ law: 'seatOnce', what: 'a vehicle on two trips' },
    plant: (all) => {
      const trip = first(all, 'TRANSFER');
      const driven = {
        state: 'EN_ROUTE',
        variant: 'RETURNEE',
        ...detailed(trip, { vehicle: { owner: 'v', seats: 4 } }),
      };
      return [
        { ...trip, ...driven, assignment: { assignee: 'a' } },
        copy(trip, { ...driven, assignment: { assignee: 'b' } }),
      ];
    },
  },
  {
    ...{ law: 'seatOnce', what: 'more people than seats' },
    plant: (all) => {
      const [trip, passenger] = [first(all, 'TRANSFER'), first(all, 'PASSENGER')];
      const aboard = { state: 'BOARDED', ...detailed(passenger, { trip: trip._id }) };
      return [
        { ...trip, state: 'BOARDED', variant: 'RETURNEE', ...detailed(trip, { vehicle: { owner: 'v', seats: 1 } }) },
        ...[1, 2].map((nth) => ({ ...passenger, ...aboard, _id: `p${nth}` })),
      ];
    },
  },
  {
    ...{ law: 'noDayInSilence', what: 'a test day that was missed and told to nobody' },
    plant: (all) => {
      const episode = first(all, 'QUARANTINE_EPISODE', ({ detail }) => {
        const lines = linesFor({ ...detail, swabs: [] }, all.at);
        return (
          detail.placedBy && lines.some(({ state, missedAt }) => state === 'MISSED' && missedAt < addHours(all.at, -72))
        );
      });
      const history = episode.history.map((one) => ({ ...one, recordedAt: new Date(0) }));
      return [{ ...episode, state: 'HOME_ACTIVE', history, ...detailed(episode, { swabs: [], missedTold: [] }) }];
    },
  },
  {
    ...{ law: 'nobodyStuck', what: 'somebody whose chain has no link' },
    plant: (all) => [{ ...first(all, 'TRAVELLER'), state: 'IN_CHAIN' }],
  },
  {
    ...{ law: 'nobodyStuck', what: 'somebody who has arrived and has no chain' },
    plant: (all) => [{ ...first(all, 'TRAVELLER'), state: 'ARRIVED' }],
  },
  {
    ...{ law: 'nothingParked', what: 'a follow-up that failed for good' },
    plant: (all) => [{ ...first(all, 'TRAVELLER'), parked: [timer] }],
  },
  {
    ...{ law: 'revoked', what: 'a contact of a case that is none' },
    plant: (all) => {
      const found = first(all, 'QUARANTINE_EPISODE');
      const county = found._id.slice(0, 6);
      const id = `${county}-case`;
      const about = derivedId(county, derivedId(county, id, 'contact', 'c', '1'), 'traveller', '0');
      const excluded = { opId: 'x', action: 'exclude', recordedAt: new Date() };
      return [
        {
          ...found,
          _id: id,
          kind: 'INVESTIGATION',
          state: 'EXCLUDED',
          history: [excluded],
          detail: { contacts: [{ id: 'c', sent: 1 }] },
        },
        {
          ...found,
          state: 'PENDING',
          about,
          createdAt: new Date(0),
          ...detailed(found, { category: 'CLOSE_CONTACT' }),
        },
      ];
    },
  },
];

/** Only the records of the fault, at the same moment. */
export const withFault = (all: Snapshot, { plant }: Planted): Snapshot => snapshot(plant(all), all.at);

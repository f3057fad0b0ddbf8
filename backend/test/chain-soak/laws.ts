import { quarantineEpisodeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { countyOf } from '@grid-relief/shared-types/primitives/ids';
import { addHours, dayOf, latest, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import { linesFor } from '../../src/features/episodes/counting.rules';
import { derivedId } from '../../src/platform/ids';
import type { Snapshot, Stored } from './records';

/** What must never be, whenever everything that is due has been delivered: one sentence for each thing that is wrong. */
type Law = (snapshot: Snapshot) => string[];

const linkOver: readonly string[] = ['DONE', 'NOT_NEEDED', 'HANDED_OUT'];
const episodeOver: readonly string[] = quarantineEpisodeLifecycle.terminal;
const onTheWay: readonly string[] = ['REGISTERED', 'REPLANNED', 'ARRIVED'];
/** In these states a trip has its vehicle and its driver to itself. */
const driving: readonly string[] = ['DISPATCHED', 'AT_PICKUP', 'BOARDED', 'EN_ROUTE', 'AT_DEST', 'HANDED_OVER'];

const openLinks = (all: Snapshot) => all.of('CHAIN_LINK').filter(({ state }) => !linkOver.includes(state));
const isOpenEpisode = ({ state }: Stored) => !episodeOver.includes(state);
const sign = ({ detail, variant }: Stored) => `${detail.traveller} ${variant}`;

/** Of values that must be one of a kind, those that are there again. */
function twice(values: readonly (string | undefined)[]): string[] {
  const seen = new Set<string>();
  return values.filter((one): one is string => {
    if (one === undefined) return false;
    const isAgain = seen.has(one);
    seen.add(one);
    return isAgain;
  });
}

const ownerAndDeadline: Law = (all) =>
  openLinks(all).flatMap((link) => {
    const hasTimer = link.outbox?.some(({ kind }) => kind === 'timer');
    return [
      ...(link.area ? [] : [`${sign(link)} belongs to no grid`]),
      ...(link.dueAt ? [] : [`${sign(link)} has no deadline`]),
      ...(hasTimer ? [] : [`nobody will hear of ${sign(link)}`]),
    ];
  });

const oneOfEach: Law = (all) => [
  ...twice(openLinks(all).map(sign)).map((one) => `${one} is open twice`),
  ...twice(
    all
      .of('QUARANTINE_EPISODE')
      .filter(isOpenEpisode)
      .map(({ about }) => about),
  ).map((one) => `${one} is in quarantine twice`),
];

const bedOnce: Law = (all) => {
  const rooms = all.of('ROOM');
  const kept = rooms.filter(({ state }) => state === 'RESERVED').map(({ detail }) => detail.heldFor);
  const livedIn = rooms.filter(({ state }) => ['OCCUPIED', 'SAMPLED'].includes(state));
  const taken = all
    .of('PASSENGER')
    .filter(({ state }) => state === 'TAKEN_OVER')
    .map(({ _id }) => _id);
  const holders = livedIn.map(({ detail }) => detail.heldFor).filter((one) => taken.includes(one));
  return [
    ...twice(kept).map((one) => `two beds are kept for ${one}`),
    ...twice(holders).map((one) => `${one} lives in two rooms`),
    ...twice(livedIn.map(({ detail }) => detail.person)).map((one) => `${one} has two rooms`),
  ];
};

const seatOnce: Law = (all) => {
  const trips = all.of('TRANSFER').filter(({ state, variant }) => driving.includes(state) && variant !== 'SELF_DRIVE');
  return [
    ...all.of('FLEET').flatMap(({ _id, seats = [] }) => (seats.length > 1 ? [`${_id} is on two trips`] : [])),
    ...twice(trips.map(({ detail }) => detail.vehicle?.owner)).map((one) => `vehicle ${one} is given twice`),
    ...twice(trips.map(({ assignment }) => assignment?.assignee)).map((one) => `driver ${one} is given twice`),
    ...trips.flatMap(({ _id, detail }) => {
      const aboard = all.of('PASSENGER').filter((one) => one.detail.trip === _id && one.state === 'BOARDED').length;
      return detail.vehicle && aboard > detail.vehicle.seats ? [`${aboard} sit in ${_id}`] : [];
    }),
  ];
};

/** A missed day that is not made up: on the first evening on which a phase runs, somebody has heard. */
const noDayInSilence: Law = ({ at, of }) =>
  of('QUARANTINE_EPISODE')
    .filter(({ state }) => ['HOME_ACTIVE', 'CENTRAL_ACTIVE'].includes(state))
    .flatMap(({ _id, detail, history }) => {
      const since = history.findLast(({ opId }) => opId === detail.placedBy)?.recordedAt ?? at;
      return linesFor(detail, at).flatMap((line) => {
        if (line.state !== 'MISSED' || detail.missedTold.includes(line.date)) return [];
        const from = latest(line.missedAt, since);
        const evening = shanghaiInstant(dayOf(from), detail.missedTestHour);
        const heardBy = evening >= from ? evening : addHours(evening, 24);
        return heardBy < at ? [`${_id}: ${line.date} was missed and nobody heard`] : [];
      });
    });

const nobodyStuck: Law = (all) => {
  const travellers = all.of('TRAVELLER');
  const open = new Set(openLinks(all).map(({ detail }) => detail.traveller));
  const inChain = new Set(travellers.filter(({ state }) => state === 'IN_CHAIN').map(({ _id }) => _id));
  return [
    ...travellers.flatMap(({ _id, state }) => (onTheWay.includes(state) ? [`${_id} stays ${state}`] : [])),
    ...[...inChain].flatMap((one) => (open.has(one) ? [] : [`${one} is in a chain without a link`])),
  ];
};

const nothingParked: Law = (all) =>
  ['TRAVELLER', 'CHAIN_LINK', 'QUARANTINE_EPISODE', 'TRANSFER', 'PASSENGER', 'HEALTH_CODE_REQUEST', 'INVESTIGATION']
    .flatMap((kind) => all.of(kind))
    .flatMap(({ _id, parked = [] }) => (parked.length > 0 ? [`a follow-up of ${_id} failed for good`] : []));

const asContact: readonly string[] = ['CLOSE_CONTACT', 'SECOND_CONTACT', 'GENERAL_CONTACT', 'CLOSE_CONTACT_SPECIAL'];

/** The records that a case has made of this contact, by the names that the product gives them. */
const foundAs = (county: string, id: string, contact: { id: string; sent: number }) =>
  Array.from({ length: contact.sent }, (_, nth) =>
    derivedId(county, derivedId(county, id, 'contact', contact.id, String(nth + 1)), 'traveller', '0'),
  );

/** Whoever was in quarantine as a contact of a case is free when the case is none. */
const revoked: Law = (all) => {
  const freedAt = new Map<string, Date>();
  for (const { _id, state, detail, history } of all.of('INVESTIGATION')) {
    const at = history.find(({ action }) => action === 'exclude')?.recordedAt;
    if (state !== 'EXCLUDED' || !at) continue;
    for (const contact of detail.contacts)
      for (const traveller of foundAs(countyOf(_id), _id, contact)) freedAt.set(traveller, at);
  }
  return all.of('QUARANTINE_EPISODE').flatMap((episode) => {
    const at = freedAt.get(episode.about ?? '');
    // what an investigator has decided later stands for itself
    const wasBefore = at && episode.createdAt && episode.createdAt < at;
    const isStillOn = isOpenEpisode(episode) && asContact.includes(episode.detail.category) && wasBefore;
    return isStillOn ? [`${episode._id} goes on after its case was excluded`] : [];
  });
};

/** True at every rest. */
export const laws = {
  ...{ ownerAndDeadline, oneOfEach, bedOnce, seatOnce, noDayInSilence, nobodyStuck, nothingParked, revoked },
} as const;

/** True at the very end. */
export const everyEpisodeEnds: Law = (all) =>
  all
    .of('QUARANTINE_EPISODE')
    .filter(isOpenEpisode)
    .map(({ _id, state }) => `${_id} is still ${state}`);

/** Everybody who was reported, and everything that was answered with yes, once. */
export function lost(
  all: Snapshot,
  known: { readonly travellers: ReadonlySet<string>; readonly done: ReadonlyMap<string, string> },
): string[] {
  const there = new Set(all.of('TRAVELLER').map(({ _id }) => _id));
  const kinds = ['TRAVELLER', 'HEALTH_TRACKER', 'CHAIN_LINK', 'QUARANTINE_EPISODE', 'TRANSFER', 'PASSENGER', 'ROOM'];
  const times = new Map<string, number>();
  for (const kind of [...kinds, 'HEALTH_CODE_REQUEST', 'INVESTIGATION', 'REFUSAL'])
    for (const { _id, history } of all.of(kind))
      for (const { opId } of history) times.set(`${_id} ${opId}`, (times.get(`${_id} ${opId}`) ?? 0) + 1);
  return [
    ...[...known.travellers].flatMap((one) => (there.has(one) ? [] : [`${one} is lost`])),
    ...[...known.done].flatMap(([opId, record]) => {
      const found = times.get(`${record} ${opId}`) ?? 0;
      return found === 1 ? [] : [`${opId} of ${record} is there ${found} times`];
    }),
  ];
}

/** All that is wrong now. */
export const wrongIn = (all: Snapshot): string[] => Object.values(laws).flatMap((law) => law(all));

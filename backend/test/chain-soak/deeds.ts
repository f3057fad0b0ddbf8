import type { Role } from '@grid-relief/shared-types/roles';
import { addressOf, type Json, sampleRequest } from '../bad-input/sample-input';
import { type Move, moves } from '../role-matrix/cells';
import type { Crowd } from './crowd';
import type { Snapshot, Stored } from './records';
import type { Stage } from './stage';

/** What stands around a record when somebody acts on it. */
export interface Around {
  readonly stage: Stage;
  readonly crowd: Crowd;
  readonly all: Snapshot;
  random(): number;
}

const kinds: readonly string[] = [
  ...['TRAVELLER', 'HEALTH_TRACKER', 'CHAIN_LINK', 'QUARANTINE_EPISODE', 'HEALTH_CODE_REQUEST', 'INVESTIGATION'],
  ...['REFUSAL', 'TRANSFER', 'PASSENGER', 'ROOM'],
];
/** Ends that leave nothing to be followed, and keeping rooms by hand for nobody: rare in life and too frequent here. */
const leftOut = ['recordDeath', 'recordDeathInHospital', 'terminateByPolicy', 'markDuplicate', 'reserve', 'retire'];
const ofChain = moves.filter(({ kind, action }) => kinds.includes(kind) && !leftOut.includes(action));

/** What people may try on a record in this state. */
export const openTo = ({ kind, state }: Stored): Move[] =>
  ofChain.filter((move) => move.kind === kind && move.rule.from.includes(state));

export const moveOf = (kind: string, action: string): Move => {
  const found = moves.find((move) => move.kind === kind && move.action === action);
  if (!found) throw new Error(`${kind} knows no ${action}`);
  return found;
};

export const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T; // never asked of an empty list

/** Somebody whom the table lets do it, as far as it can be seen from the record. */
export function actorFor({ rule }: Move, record: Stored, { crowd, random }: Around): string {
  const people = rule.by.flatMap((one) => {
    if ('system' in one) return [];
    if (one.relation === 'assignee') return record.assignment?.assignee ?? [];
    if (one.relation === 'own' || one.relation === 'party') {
      return crowd.homes.find(({ household }) => household === record.household)?.resident ?? [];
    }
    return crowd.by(one.role as Role) || [];
  });
  return people.length > 0 ? oneOf(people, random) : crowd.by('GRID_LEADER');
}

const yes = {
  ...{ OWN_ROOM: true, OWN_TOILET: true, NO_SHARED_AIR_CONDITIONING: true, DRAINS_IN_ORDER: true, NO_DORMITORY: true },
  ...{ ALL_IN_HOME_QUARANTINE: true, CARER_FIT: true, TABLE_AT_DOOR: true, SUPPLIES: true },
};
type Fill = (record: Stored, around: Around) => Json;
const hour = 3_600_000;
const inHours = ({ stage }: Around, hours: number) => new Date(stage.now().getTime() + hours * hour).toISOString();

const boarded: Fill = ({ _id }, { all }) => ({
  heads: all.of('PASSENGER').filter((one) => one.detail.trip === _id && one.state === 'BOARDED').length,
});
const path: Fill = (_, around) => ({
  path: [{ place: '样例超市', from: inHours(around, -30), to: inHours(around, -29) }],
});
const contact: Fill = ({ detail }, { stage, random }) => ({
  contactId: detail.contacts.length > 0 ? oneOf<{ id: string }>(detail.contacts, random).id : stage.app.anId(),
});
const site: Fill = (_, { crowd, random }) => ({ site: oneOf(crowd.sites, random) });
const vehicle: Fill = (_, { crowd, random }) => ({
  ...{ vehicle: oneOf(crowd.vehicles, random), driver: oneOf(crowd.drivers, random) },
});

let named = 0;
/** An invented contact of a case, somewhere in the grid. */
const newContact: Fill = (_, around) => {
  named += 1;
  const number = `14112219880808${String(named).padStart(4, '0')}`;
  const person = { id: around.stage.app.anId(), name: '郑同桌', phone: `1990008${String(named).padStart(4, '0')}` };
  const exposure = { class: 'CLOSE', relation: 'WORK', lastExposureAt: inHours(around, -20) };
  return { contact: { ...person, idNumber: number, ...exposure, area: around.crowd.grid, place: '四单元三楼' } };
};

/** What a sample of the contract does not know: things that are there, and times that make sense. */
const fills: Readonly<Record<string, Fill>> = {
  'TRAVELLER recordCall': (_, { random }) => ({ answered: random() < 0.5 }),
  'TRAVELLER replan': (_, around) => ({ plannedArrival: inHours(around, 5 + around.random() * 60) }),
  'TRAVELLER addInfo': () => ({}),
  'QUARANTINE_EPISODE viewHome': () => ({ answers: yes }),
  'QUARANTINE_EPISODE startHome': () => ({ notice: 'SIGNED', door: 'VISITS', careContact: '儿子在隔壁单元' }),
  'QUARANTINE_EPISODE startCentral': () => ({ notice: 'SIGNED', site: '县招待所', room: '301' }),
  'QUARANTINE_EPISODE settleCentral': () => ({ site: '县招待所' }),
  'QUARANTINE_EPISODE reportHealth': (_, { random }) =>
    random() < 0.9 ? { temperatureTenths: 365, symptoms: [] } : { temperatureTenths: 386, symptoms: ['COUGH'] },
  'QUARANTINE_EPISODE swab': ({ detail }) => (detail.placement === 'CENTRAL' ? { withRoom: true } : {}),
  'QUARANTINE_EPISODE bookResult': ({ detail }, { stage, random }) => ({
    swab: detail.swabs.find((one: { result?: string }) => !one.result)?.id ?? stage.app.anId(),
    result: random() < 0.1 ? 'INVALID' : 'NEGATIVE',
  }),
  'QUARANTINE_EPISODE move': (_, { random }) => ({
    ...{ to: random() < 0.5 ? 'HOME' : 'CENTRAL', reason: { code: 'OWN_WISH' } },
  }),
  'QUARANTINE_EPISODE markAbsent': () => ({ tried: ['PHONE', 'DOOR'] }),
  'QUARANTINE_EPISODE handOut': () => ({ toCounty: '140105' }),
  'QUARANTINE_EPISODE convert': (_, around) => ({ category: 'CLOSE_CONTACT', anchor: inHours(around, -10) }),
  // a test, a ride and a supply plan that were seen to without a record need words; a test may have been positive
  'CHAIN_LINK finishByHand': ({ variant }, { random }) => ({
    reason: { code: variant === 'LANDING_TEST' && random() < 0.1 ? 'POSITIVE' : 'OTHER' },
  }),
  'HEALTH_TRACKER reportHealth': () => ({ temperatureTenths: 365, symptoms: [] }),
  'HEALTH_TRACKER convert': (_, around) => ({ lastExposureAt: inHours(around, -10) }),
  'TRANSFER approve': (record, around) => (record.detail.goal === 'SITE' ? site(record, around) : {}),
  'TRANSFER confirmSite': site,
  'TRANSFER dispatch': vehicle,
  'TRANSFER sendReplacement': vehicle,
  'TRANSFER board': boarded,
  'TRANSFER handOver': boarded,
  'TRANSFER declareSelfDrive': (_, around) => ({ words: '走省道', expectedAt: inHours(around, 2) }),
  'PASSENGER board': () => ({ identityChecked: true, mask: true, temperatureTenths: 366, luggage: 2 }),
  'PASSENGER notThere': () => ({ tried: ['PHONE', 'DOOR'] }),
  'INVESTIGATION interview': path,
  'INVESTIGATION correctPath': path,
  'INVESTIGATION addContact': newContact,
  'INVESTIGATION confirmContact': contact,
  'INVESTIGATION dropContact': contact,
  'REFUSAL serve': () => ({ witnesses: ['刘见证', '陈见证'] }),
};

/** The whole request but for its operation. */
export function bodyOf(move: Move, record: Stored, around: Around): Json {
  const { opId: _made, ...sample } = sampleRequest(move.endpoint, around.stage.app.anId, false).body ?? {};
  const needsRevision = move.rule.needs?.includes('revision');
  return {
    ...sample,
    ...('reason' in sample ? { reason: { code: 'OTHER' } } : {}),
    ...(needsRevision ? { revision: record.revision } : {}),
    ...fills[`${move.kind} ${move.action}`]?.(record, around),
  };
}

export const addressFor = (move: Move, id: string): string => addressOf(move.endpoint, { id });

import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { dayOf, earliest } from '@grid-relief/shared-types/primitives/instants';
import type { KnownBy, ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import { areasOf, beginRecord, canonicalText, holdsRole, isOwn, type PersonActor, untilKnown } from '../../lifecycle';
import { moved, tellHost } from './entries';
import { isLateReport, oddDates } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { type ReturneeReport, travellerIdOf, travellerIdsOf } from './returnee-report';
import { reports, travellers } from './returnees';
import { hostKeys, identityKeys, sealSaid, searchKeys } from './said';
import { settleTraveller } from './settle';
import { type ContactFound, codeOf, type Traveller, type TravellerSaid } from './traveller';

const staff: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
/** In whose name somebody may be found at a door, at a post, in a register; the others are for everybody. */
const finders: Readonly<Partial<Record<ReturneeReportDraft['foundBy'], readonly Role[]>>> = {
  SCREENING: ['SCREENER', ...staff],
  CHECKPOINT: ['CHECKPOINT_OFFICER'],
  REGISTER: staff,
};

/**
 * Stores a trip and everybody in it, judged at once; whoever is here already is in the chain when the answer leaves. The
 * same draft again answers the stored one.
 * @throws Problem invalid-input (dates, a missing host, a missing phone), not-allowed, not-found (a foreign household),
 * id-taken, outcome-unknown
 */
export async function submitReturnees(
  deps: ReturneeDeps,
  actor: PersonActor,
  draft: ReturneeReportDraft,
): Promise<ReturneeReport> {
  const now = deps.now();
  mayFind(actor, draft, now);
  const area = await areaFor(deps, actor, draft, now);
  const stored = await returneeRepository(deps.connection).trip(actor.county, draft.id);
  if (stored) return again(deps, stored, actor, draft);
  refuseOdd(draft, now);
  const report = await newReport(deps, actor, draft, area, now);
  const isNew = await untilKnown(() => reports(deps).insert(report));
  if (!isNew) {
    const other = await returneeRepository(deps.connection).trip(actor.county, draft.id);
    if (!other) throw new Problem('id-taken');
    return again(deps, other, actor, draft);
  }
  await spread(deps, report);
  return report;
}

async function again(deps: ReturneeDeps, stored: ReturneeReport, actor: PersonActor, draft: ReturneeReportDraft) {
  const { by, draftHash } = stored.detail;
  const hashes = actor.asked ? [actor.asked] : (await deps.cipherOf(actor.county)).blindIndexes(...fingerprint(draft));
  if (by !== actor.personId || !hashes.includes(draftHash)) throw new Problem('id-taken');
  // whatever a crash left undone
  await spread(deps, stored);
  return stored;
}

/** What is hashed with the county's key where no request has brought a keyed hash: a bare one of a name is as good as the name. */
const fingerprint = (draft: ReturneeReportDraft) => ['returnee-draft', canonicalText(draft)] as const;

function mayFind(actor: PersonActor, { foundBy }: ReturneeReportDraft, now: Date): void {
  const roles = finders[foundBy];
  if (roles && !roles.some((role) => areasOf(actor, role, now).length > 0)) throw new Problem('not-allowed');
}

/** Any of these for the area, or a way to be there without living in it. */
function worksIn(actor: PersonActor, area: AreaId, now: Date): boolean {
  const scope = scopeOf(area);
  return [...staff, 'SCREENER' as const].some((role) => holdsRole(actor, role, scope, now));
}

/** Where the trip ends: the own household, one of the own grid, or a place with a host. */
async function areaFor(
  deps: ReturneeDeps,
  actor: PersonActor,
  { destination, foundBy }: ReturneeReportDraft,
  now: Date,
): Promise<AreaId> {
  const { household, area, kind, place } = destination;
  if (household) {
    const found = await deps.areaOf(actor.county, household);
    if (!found || !(isOwn({ household }, actor) || worksIn(actor, found, now))) throw new Problem('not-found');
    return found;
  }
  const isFinder = foundBy === 'SCREENING' || foundBy === 'CHECKPOINT' || foundBy === 'REGISTER';
  // a door that somebody names at a post is looked up by the grid; from outside it must be a household one speaks for
  if (kind === 'HOUSEHOLD' && !isFinder) throw missing('/destination/household');
  if (kind === 'HOUSEHOLD' && !place) throw missing('/destination/place');
  if (!area?.startsWith(actor.county) || !deps.knowsArea(area)) throw missing('/destination/area');
  return area;
}

const missing = (pointer: string) =>
  new Problem('invalid-input', undefined, { errors: [{ pointer, detail: 'required' }] });

/** Without a household here there is no report without somebody who answers for it (handbook C2). */
function refuseOdd(draft: ReturneeReportDraft, now: Date): void {
  const { destination, plannedArrival, arrivedAt, travellers: people } = draft;
  const required = (pointer: string, is: boolean) => (is ? [{ pointer, detail: 'required' }] : []);
  // of the Shanghai day (handbook 9.1)
  const thisYear = Number(dayOf(now).slice(0, 4));
  const errors = [
    ...required('/destination/responsibleHost', destination.kind !== 'HOUSEHOLD' && !destination.responsibleHost),
    ...required('/plannedArrival', !plannedArrival && !arrivedAt),
    ...required('/travellers/0/phone', !people.some(({ phone }) => phone)),
    ...people.flatMap(({ birthYear }, i) =>
      birthYear && birthYear > thisYear ? [{ pointer: `/travellers/${i}/birthYear`, detail: 'lies ahead' }] : [],
    ),
    ...oddDates(draft, now),
  ];
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
}

async function newReport(
  deps: ReturneeDeps,
  actor: PersonActor,
  draft: ReturneeReportDraft,
  area: AreaId,
  now: Date,
): Promise<ReturneeReport> {
  const { id, foundBy, plannedArrival, arrivedAt, destination, travellers: people } = draft;
  const { county, personId } = actor;
  const plannedAt = plannedArrival ? new Date(plannedArrival) : undefined;
  const { policy } = await deps.judgementAt(county, now);
  const host = hostIn(draft);
  const parties = await partiesOf(deps, actor, draft);
  const cipher = await deps.cipherOf(county);
  const beginning = {
    ...{ _id: id, county, kind: 'RETURNEE_REPORT', state: 'SUBMITTED', area, scope: scopeOf(area) },
    ...(destination.household ? { household: destination.household } : {}),
    ...(parties.length > 0 ? { parties } : {}),
  };
  return {
    ...beginRecord(beginning, [moved], now),
    ...{ kind: 'RETURNEE_REPORT', createdAt: now },
    // whoever has that number may be invited later
    ...(host ? { keys: hostKeys(cipher, host.phone) } : {}),
    detail: {
      ...{
        by: personId,
        foundBy,
        draftHash: actor.asked ?? cipher.blindIndex(...fingerprint(draft)),
        people: people.length,
      },
      draft: cipher.seal(JSON.stringify(draft), `${id}/draft`),
      lateReport: isLateReport(arrivedAt ? undefined : plannedAt, now, policy.parameters.advanceNoticeHours),
      ...(plannedAt ? { plannedAt } : {}),
    },
  };
}

/** Who answers for people who come to a place; a household that is named answers for its own. Pure. */
export function hostIn({ destination: { area, responsibleHost } }: Pick<ReturneeReportDraft, 'destination'>) {
  return area && responsibleHost ? { area, phone: responsibleHost.phone } : undefined;
}

/** Who speaks for whoever comes: whoever reports one of their own, and the host, where the county knows that host. */
async function partiesOf(
  deps: ReturneeDeps,
  { county, personId }: PersonActor,
  draft: ReturneeReportDraft,
): Promise<readonly string[]> {
  const named = hostIn(draft);
  const host = named && (await deps.hostOf(county, named.area, named.phone));
  const { foundBy } = draft;
  return [...new Set([...(finders[foundBy] ? [] : [personId]), ...(host ? [host] : [])])];
}

/** What a report keeps sealed: the draft, or what an investigation has found. */
export interface StoredDraft extends Omit<ReturneeReportDraft, 'foundBy'> {
  readonly foundBy: KnownBy;
  readonly contacts?: readonly ContactFound[];
}

/** Makes a record of everybody in a report, and judges it; what is there already stays as it is. */
export async function spread(deps: ReturneeDeps, report: ReturneeReport): Promise<void> {
  const text = (await deps.cipherOf(report.county)).open(report.detail.draft, `${report._id}/draft`);
  if (text !== undefined) {
    // sealed by `newReport`, and by nobody else
    const draft = JSON.parse(text) as StoredDraft;
    for (const place of draft.travellers.keys()) {
      await travellers(deps).insert(await newTraveller(deps, report, draft, place));
    }
  }
  for (const id of travellerIdsOf(report)) await settleTraveller(deps, report.county, id);
}

async function newTraveller(
  deps: ReturneeDeps,
  report: ReturneeReport,
  draft: StoredDraft,
  place: number,
): Promise<Traveller> {
  const { county, area, scope, household, parties, createdAt, detail } = report;
  const person = draft.travellers[place];
  if (!person) throw new Error('there is nobody at this place');
  const { destination, arrivedAt, stays, entry, transport, words, contacts } = draft;
  const said: TravellerSaid = {
    ...{ ...person, stays, entry, transport, words },
    ...{ place: destination.place, host: destination.responsibleHost },
    ...(contacts ? { contacts } : {}),
  };
  const _id = travellerIdOf(county, report._id, place);
  const cipher = await deps.cipherOf(county);
  const beginning = {
    ...{ _id, county, kind: 'TRAVELLER', state: 'REGISTERED', area, scope },
    ...(household ? { household } : {}),
    ...(parties ? { parties } : {}),
  };
  return {
    // whoever was named by somebody else does not know yet that people come
    ...beginRecord(beginning, [moved, ...tellHost(beginning, report.detail.by, codeOf(_id))], createdAt),
    ...{ kind: 'TRAVELLER', createdAt, about: report._id },
    keys: [...identityKeys(cipher, said), ...searchKeys(cipher, said)],
    detail: {
      ...{ report: report._id, foundBy: detail.foundBy, destination: destination.kind, code: codeOf(_id) },
      ...{ lateReport: detail.lateReport, said: await sealSaid(deps, { county, _id }, said) },
      ...(detail.plannedAt ? { plannedAt: detail.plannedAt } : {}),
      // some minutes ahead are taken (a device's clock), and count from now
      ...(arrivedAt ? { arrivedAt: earliest(new Date(arrivedAt), createdAt) } : {}),
    },
  };
}

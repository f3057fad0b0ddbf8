import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { HouseholdId, RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { DoorReport, householdVisitActions } from '@grid-relief/shared-types/screening/screening.contract';
import type { DoorAnswers } from '@grid-relief/shared-types/screening/screening.schema';
import { Problem } from '../../http/problem';
import { isAllowed, type PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { ScreeningDeps } from './screening.deps';
import { doorIn, sealAnswers } from './sealed-words';
import { type HouseholdVisit, visitMachine } from './visit';
import { visitRepository } from './visit.repository';
import type { VisitBody } from './visit.verbs';

export type DoorAction = keyof typeof householdVisitActions;

/** One request at a door, as its contract has parsed it. */
export interface AtDoor {
  readonly id: string;
  readonly action: DoorAction;
  readonly opId: string;
}
interface Sent extends Omit<VisitBody, 'sealed' | 'saidBy' | 'help' | 'report'> {
  readonly answers?: DoorAnswers;
  readonly report?: DoorReport;
}

/**
 * What is stored of a request at a door. It is sealed before the act, because a fact that comes too late is kept as it was
 * sent; and whoever has come is reported before the act, so that no door says so without a report (handbook C9).
 * @throws Problem as reports do
 */
export async function asStored(deps: ScreeningDeps, actor: PersonActor, at: AtDoor, sent: object): Promise<VisitBody> {
  const { answers, report: trip, ...rest } = sent as Sent; // parsed by the contract of its action
  if (!answers && !trip) return rest;
  const cipher = await deps.cipherOf(actor.county);
  const help = answers?.symptoms === true || (answers?.needs ?? []).length > 0;
  return {
    ...rest,
    ...(answers ? { sealed: sealAnswers(cipher, at.id, at.opId, answers), saidBy: at.opId, help } : {}),
    ...(trip ? { report: await reportOf(deps, actor, at, trip) } : {}),
  };
}

/** The report of a door, named after the visit and the operation: a repeat finds it there. */
async function reportOf(
  deps: ScreeningDeps,
  actor: PersonActor,
  { id, opId }: AtDoor,
  trip: DoorReport,
): Promise<string> {
  const { county } = actor;
  const report = derivedId(county, id, opId, 'report');
  const visit = await visitRepository(deps.connection).byId(county, id);
  // a repeat, and whoever has nothing to do with the door: the engine knows the answer
  if (!visit || isDone(visit, opId) || !mayTell(visit, actor, deps.now())) return report;
  try {
    await deps.submitReturnees(actor, { ...trip, ...(await fromDoor(deps, visit)), id: RecordId.parse(report) });
  } catch (error) {
    throw asOfDoor(error);
  }
  return report;
}

const isDone = ({ history }: HouseholdVisit, opId: string) => history.some((entry) => entry.opId === opId);

/** Also where the door is over: somebody who has come is reported, whatever else was said of the door. */
function mayTell(visit: HouseholdVisit, actor: PersonActor, now: Date): boolean {
  const wasThere = visit.history.some(({ by, holder }) => [by, holder].includes(actor.personId));
  return wasThere || isAllowed(visitMachine.actions.foundReturnee, visit, actor, now);
}

/** The source and the place of a report are those of the door, whatever a client says. */
async function fromDoor(
  { cipherOf }: ScreeningDeps,
  visit: HouseholdVisit,
): Promise<Pick<ReturneeReportDraft, 'foundBy' | 'destination'>> {
  const { county, household, area } = visit;
  const place = household ? undefined : doorIn(await cipherOf(county), visit);
  const where = household ? { household: HouseholdId.parse(household) } : { area: areaId(area), place };
  return { foundBy: 'SCREENING', destination: { kind: 'HOUSEHOLD', ...where } };
}

/** Where the report stands in this request; its id is nobody's choice, so that one taken is this operation with another body. */
function asOfDoor(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  if (error.type === 'id-taken') return new Problem('op-id-reused');
  const { errors } = error.extras as { readonly errors?: readonly { pointer: string; detail: string }[] };
  if (error.type !== 'invalid-input' || !errors) return error;
  const inDoor = errors.map(({ pointer, ...rest }) => ({ ...rest, pointer: `/report${pointer}` }));
  return new Problem('invalid-input', error.detail, { errors: inDoor });
}

import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import type { runMoney as contract } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import { TaskId } from '@grid-relief/shared-types/primitives/ids';
import type { Role } from '@grid-relief/shared-types/roles';
import { pageOfRows } from '../../http/page-of-rows';
import { areasOf, type PersonActor, permittedActions } from '../../lifecycle';
import { accountOf, accountRowsBy, standingAdvance } from './account.rules';
import type { DeliveryDeps } from './delivery.deps';
import type { LedgerRecord } from './ledger.record';
import { ledgerRepository } from './ledger.repository';
import { cashLeft, cashStep, heldFen } from './runs/handover-cash.rules';
import { formerOf, mayAgreeCash } from './runs/handover-cash.verbs';
import type { Run } from './runs/run';
import { presentCash } from './runs/run.presenter';
import { runRepository } from './runs/run.repository';

const readers: readonly Role[] = ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
/** An area has a few runs a day. */
const runsAtMost = 200;

/** Cash that is out with carriers, and who waits for what they advanced, run by run (handbook 2.1, pay modes). */
export async function runMoney(
  deps: DeliveryDeps,
  actor: PersonActor,
  query: QueryOf<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const { county } = actor;
  const areas = readers.flatMap((role) => areasOf(actor, role, deps.now()));
  const runs = await runRepository(deps.connection).carriedIn(county, areas, runsAtMost);
  const { rows, ...more } = pageOfRows(runs, ({ createdAt, _id }) => [-createdAt.getTime(), _id], query);
  return { items: await Promise.all(rows.map((run) => moneyOf(deps, actor, run))), ...more };
}

async function moneyOf(
  deps: DeliveryDeps,
  actor: PersonActor,
  run: Run,
): Promise<ResponseOf<typeof contract>['items'][number]> {
  const { county, assignment, detail } = run;
  const members = await runRepository(deps.connection).membersOf(county, run._id);
  const rows = await ledgerRepository(deps.connection).ofDeliveries(
    county,
    members.map(({ _id }) => _id),
  );
  const owed = owedByPerson(rows);
  const { floatFen, floatReturnedFen, handoverCash } = detail;
  const { cashOut, mayTakeCash } = leftCash(actor, run, deps.now());
  const people = [...owed.keys(), assignment.assignee, handoverCash?.from, cashOut?.from].filter(isSomebody);
  const labels = await deps.labelsOf(county, [...new Set(people)]);
  const label = (person: string | undefined) => labels.get(person ?? '')?.label;
  const carrier = label(assignment.assignee);
  const coveredFen = coveredByFloat(rows, run._id);
  return {
    run: TaskId.parse(run._id),
    state: run.state,
    ...(carrier ? { carrier } : {}),
    floatFen,
    coveredFen,
    ...(floatReturnedFen === undefined ? {} : { floatReturnedFen }),
    ...(isCounted(run) ? { differenceFen: Math.max(0, floatFen - (floatReturnedFen ?? 0) - coveredFen) } : {}),
    ...(handoverCash ? { handoverCash: { ...presentCash(handoverCash), from: label(handoverCash.from) ?? '' } } : {}),
    mayAgreeCash: mayAgreeCash(run, actor.personId) && may(actor, run, 'agreeCash', deps.now()),
    ...(cashOut ? { cashOut: { who: label(cashOut.from) ?? '', amountFen: cashOut.heldFen } } : {}),
    mayTakeCash,
    owed: [...owed].map(([person, amountFen]) => ({ who: label(person) ?? '', amountFen })),
  };
}

const isSomebody = (person: string | undefined): person is string => person !== undefined && person !== '';

/** All of its cash has come back or been kept by somebody: what no door was owed of it shows. */
function isCounted({ state, detail }: Run): boolean {
  if (state === 'CLOSED') return detail.floatReturnedFen !== undefined;
  return detail.handoverCash?.toCashier === true && cashStep(detail) === undefined && heldFen(detail) === 0;
}

/** Cash that is out while nobody carries the run, and whether this reader may take it over now. */
function leftCash(actor: PersonActor, run: Run, now: Date) {
  const { assignment, detail } = run;
  const isOver = runLifecycle.terminal.some((state) => state === run.state);
  if (assignment.assignee || isOver || cashStep(detail) === 'agree-cash') return { mayTakeCash: false };
  const cashOut = cashLeft(detail, formerOf(run) ?? '');
  return { cashOut, mayTakeCash: cashOut !== undefined && may(actor, run, 'takeCash', now) };
}

function may(actor: PersonActor, run: Run, action: 'takeCash' | 'agreeCash', now: Date): boolean {
  return permittedActions(runLifecycle, run, actor, now).includes(action);
}

/** What was advanced stays owed to whoever paid, also when somebody else carries it on. Fen. Pure. */
export function owedByPerson(rows: readonly LedgerRecord[]): Map<string, number> {
  const owed = new Map<string, number>();
  for (const ofOne of accountRowsBy(rows).values()) {
    const { person } = standingAdvance(ofOne) ?? {};
    const { owedFen } = accountOf(ofOne);
    if (person !== undefined && owedFen > 0) owed.set(person, (owed.get(person) ?? 0) + owedFen);
  }
  return owed;
}

/** What was repaid out of this run's float. Fen. Pure. */
export function coveredByFloat(rows: readonly LedgerRecord[], run: string): number {
  return accountOf(rows.filter((row) => row.kind === 'REPAID' && row.run === run)).repaidFen;
}

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
import { cashStep } from './runs/handover-cash.rules';
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
  const people = [...owed.keys(), assignment.assignee, handoverCash?.from].filter((person) => person !== undefined);
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
    ...(floatReturnedFen === undefined
      ? {}
      : { floatReturnedFen, differenceFen: Math.max(0, floatFen - floatReturnedFen - coveredFen) }),
    ...(handoverCash ? { handoverCash: { ...presentCash(handoverCash), from: label(handoverCash.from) ?? '' } } : {}),
    mayAgreeCash: cashStep(detail) !== undefined && mayAgree(actor, run, deps.now()),
    owed: [...owed].map(([person, amountFen]) => ({ who: label(person) ?? '', amountFen })),
  };
}

function mayAgree(actor: PersonActor, run: Run, now: Date): boolean {
  return permittedActions(runLifecycle, run, actor, now).includes('agreeCash');
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

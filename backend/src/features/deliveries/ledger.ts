import type { LedgerRow } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { Role } from '@grid-relief/shared-types/roles';
import type * as z from '@grid-relief/shared-types/zod';
import { type PageQuery, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { type Account, accountOf, accountRowsBy, standingAdvance } from './account.rules';
import { known } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import type { LedgerRecord } from './ledger.record';
import { ledgerRepository } from './ledger.repository';
import { toldBy } from './owed';

type Row = z.infer<typeof LedgerRow>;

export const cashiers: readonly Role[] = ['COMMUNITY_CASHIER', 'TOWNSHIP_DISPATCHER'];
const readers: readonly Role[] = [...cashiers, 'GRID_LEADER'];
/** Requests of an area that somebody has paid for and that have not ended; an area has a few dozen a day. */
const openAtMost = 1_000;

/** What a carrier advanced, got back, and is still owed. */
export async function myLedger(
  deps: DeliveryDeps,
  { county, personId }: Pick<PersonActor, 'county' | 'personId'>,
  query: PageQuery = {},
) {
  const all = await presented(deps, county, await ledgerRepository(deps.connection).ofPerson(county, personId));
  const { rows, ...more } = pageOfRows(all, ({ at, id }) => [-new Date(at).getTime(), id], query);
  return { owedToMeFen: all.reduce((sum, { openFen = 0 }) => sum + openFen, 0), items: rows, ...more };
}

/** What a person advanced and has not got back. Fen. */
export async function owedTo(deps: DeliveryDeps, county: string, personId: string): Promise<number> {
  return (await myLedger(deps, { county, personId })).owedToMeFen;
}

/** Who is owed what in the reader's areas, and who has back too much; longest first. */
export async function owedInArea(deps: DeliveryDeps, actor: PersonActor, query: PageQuery = {}) {
  const { county } = actor;
  const rows = await openAdvances(deps, county, areasFor(deps, actor, readers));
  const items = (await presented(deps, county, rows)).filter(
    ({ openFen = 0, overFen = 0 }) => openFen > 0 || overFen > 0,
  );
  const page = pageOfRows(items, ({ overdue, at, id }) => [overdue ? 0 : 1, at, id], query);
  return { items: page.rows, ...(page.next ? { next: page.next } : {}) };
}

/** Nothing closes while its carrier is owed something: what has not ended is all there is to look at. */
async function openAdvances(deps: DeliveryDeps, county: string, areas: readonly string[]): Promise<LedgerRecord[]> {
  const open = {
    county,
    scope: { $in: [...areas] },
    state: { $in: [...deliveryLifecycle.actions.repayOverdue.from] },
    'detail.advancedBy': { $exists: true },
  };
  const deliveries = await deliveryRepository(deps.connection).list(open, { createdAt: 1 }, openAtMost);
  const ids = deliveries.map(({ _id }) => _id);
  const rows = await ledgerRepository(deps.connection).ofDeliveries(county, ids);
  return [...accountRowsBy(rows).values()].flatMap((ofOne) => standingAdvance(ofOne) ?? []);
}

export function areasFor(deps: DeliveryDeps, actor: PersonActor, roles: readonly Role[]): string[] {
  return roles.flatMap((role) => areasOf(actor, role, deps.now()));
}

/** One row as it is now. */
export async function presentedRow(deps: DeliveryDeps, row: LedgerRecord): Promise<Row> {
  const [shown] = await presented(deps, row.county, [row]);
  if (!shown) throw new Problem('not-found');
  return shown;
}

async function presented(deps: DeliveryDeps, county: string, rows: readonly LedgerRecord[]): Promise<Row[]> {
  const ids = [...new Set(rows.flatMap(({ delivery }) => delivery ?? []))];
  const people = rows.flatMap(({ person }) => person ?? []);
  const [all, labels] = await Promise.all([
    ledgerRepository(deps.connection).ofDeliveries(county, ids),
    deps.labelsOf(county, [...new Set(people)]),
  ]);
  const accounts = accountRowsBy(all);
  const now = deps.now();
  return rows.map((row) => {
    const who = labels.get(row.person ?? '')?.label ?? '';
    return rowOf(row, accounts.get(row.delivery ?? '') ?? [], who, now);
  });
}

function rowOf(row: LedgerRecord, ofOne: readonly LedgerRecord[], who: string, now: Date): Row {
  const { _id: id, kind, amountFen, delivery, run, code, at, dueAt } = row;
  const { settledAt, ...open } = kind === 'ADVANCED' ? openOf(row, ofOne) : {};
  const told = settledAt || !dueAt ? undefined : toldBy(dueAt, now);
  const iso = { dueAt: dueAt?.toISOString(), settledAt: settledAt?.toISOString() };
  // ids were parsed when they came in
  return {
    ...{ id, kind, amountFen, at: at.toISOString(), overdue: told !== undefined, who },
    ...known({ delivery, run, code, told, ...open, ...iso }),
  } as Row;
}

/** What is open of an advance; one by estimate that the receipt has replaced is nothing any more. Pure. */
function openOf(
  row: LedgerRecord,
  ofOne: readonly LedgerRecord[],
): Pick<Partial<Account>, 'overFen'> & { readonly openFen?: number; readonly settledAt?: Date } {
  const lastOf = (kind: LedgerRecord['kind']) => ofOne.filter((other) => other.kind === kind).at(-1)?.at;
  if (standingAdvance(ofOne)?._id !== row._id) return { openFen: 0, settledAt: lastOf('ADVANCE_REVERSED') ?? row.at };
  const { owedFen: openFen, overFen } = accountOf(ofOne);
  if (openFen > 0) return { openFen };
  return { openFen, settledAt: lastOf('REPAID') ?? row.at, ...(overFen > 0 ? { overFen } : {}) };
}

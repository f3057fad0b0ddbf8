import type { LedgerRow } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import type { z } from '@grid-relief/shared-types/zod';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { type Delivery, known } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import { repayWithinMinutes } from './entries';
import type { LedgerRecord } from './ledger.record';
import { type LedgerRepository, ledgerRepository, repaymentId } from './ledger.repository';
import { toldBy } from './owed';
import { type PageQuery, pageOfRows } from './page-of-rows';
import { perform } from './perform';

type Row = z.infer<typeof LedgerRow>;

const cashiers: readonly Role[] = ['COMMUNITY_CASHIER', 'TOWNSHIP_DISPATCHER'];
const readers: readonly Role[] = [...cashiers, 'GRID_LEADER'];

/** Writes the row an outbox entry asks for; the second delivery finds it there. */
export async function bookEntry(
  deps: DeliveryDeps,
  delivery: Delivery,
  entry: { id: string; payload: Record<string, unknown> },
) {
  const { row, amountFen, person } = entry.payload;
  if (typeof row !== 'string' || typeof amountFen !== 'number') throw new Error('a ledger entry names row and amount');
  const { _id, county, scope, detail } = delivery;
  const at = deps.now();
  await ledgerRepository(deps.connection).add({
    _id: row === 'REPAID' ? repaymentId(county, _id) : derivedId(county, _id, entry.id),
    county,
    scope,
    kind: row as LedgerRecord['kind'], // written by our own verbs alone
    amountFen,
    delivery: _id,
    code: detail.code,
    at,
    ...(typeof person === 'string' ? { person } : {}),
    ...(row === 'ADVANCED' ? { dueAt: addMinutes(at, repayWithinMinutes) } : {}),
  });
}

/** What a carrier advanced, got back, and is still owed. */
export async function myLedger(
  deps: DeliveryDeps,
  { county, personId }: Pick<PersonActor, 'county' | 'personId'>,
  query: PageQuery = {},
) {
  const ledger = ledgerRepository(deps.connection);
  const all = await presented(deps, ledger, county, await ledger.ofPerson(county, personId));
  const open = all.filter(({ kind, settledAt }) => kind === 'ADVANCED' && !settledAt);
  const { rows, ...more } = pageOfRows(all, ({ at, id }) => [-new Date(at).getTime(), id], query);
  return { owedToMeFen: open.reduce((sum, { amountFen }) => sum + amountFen, 0), items: rows, ...more };
}

/** What a person advanced and has not got back. Fen. */
export async function owedTo(deps: DeliveryDeps, county: string, personId: string): Promise<number> {
  return (await myLedger(deps, { county, personId })).owedToMeFen;
}

/** Who is owed what in the reader's areas, longest first. */
export async function owedInArea(deps: DeliveryDeps, actor: PersonActor, query: PageQuery = {}) {
  const ledger = ledgerRepository(deps.connection);
  const rows = await ledger.advancedIn(actor.county, areasFor(deps, actor, readers));
  const items = (await presented(deps, ledger, actor.county, rows)).filter(({ settledAt }) => !settledAt);
  const page = pageOfRows(items, ({ overdue, at, id }) => [overdue ? 0 : 1, at, id], query);
  return { items: page.rows, ...(page.next ? { next: page.next } : {}) };
}

/**
 * The carrier has the money back: a row of its own; then the delivery may close.
 * @throws Problem not-found, op-id-reused
 */
export async function repay(deps: DeliveryDeps, actor: PersonActor, id: string, opId: string): Promise<Row> {
  const ledger = ledgerRepository(deps.connection);
  const { county, personId: by } = actor;
  const advanced = await ledger.byId(county, id);
  const areas = areasFor(deps, actor, cashiers);
  const seen = advanced?.kind === 'ADVANCED' && advanced.scope.some((area) => areas.includes(area));
  if (!advanced || !seen) throw new Problem('not-found');
  const { dueAt: _due, ...same } = advanced;
  const { delivery = '' } = advanced;
  if (await hasTakenIt(deps, advanced)) throw repaidAlready();
  const row = {
    ...same,
    _id: repaymentId(county, delivery),
    kind: 'REPAID' as const,
    at: deps.now(),
    by,
    opId,
  };
  const kept = await ledger.add(row);
  if (kept.opId !== opId) throw repaidAlready();
  await closeIfSettled(deps, county, delivery, opId);
  const [shown] = await presented(deps, ledger, county, [advanced]);
  if (!shown) throw new Problem('not-found');
  return shown;
}

function repaidAlready(): Problem {
  return new Problem('changed-meanwhile', undefined, { state: 'REPAID', next: 'refresh' });
}

/** Whoever advanced it has said that the household paid: that is the repayment, also before the book says so. */
async function hasTakenIt({ connection }: DeliveryDeps, { county, delivery = '', person }: LedgerRecord) {
  const found = await deliveryRepository(connection).byId(county, delivery);
  return found?.history.some(({ action, by }) => action === 'tickReceived' && by === person) ?? false;
}

/** Closes a settled delivery; one that is not settled yet closes when it is. */
async function closeIfSettled(deps: DeliveryDeps, county: string, id: string, cause: string): Promise<void> {
  try {
    const opId = derivedId(county, id, cause, 'closeSettled');
    await perform(deps, { action: 'closeSettled', county, id, actor: { system: 'outbox', county }, opId });
  } catch (error) {
    if (!(error instanceof Problem) || error.type === 'outcome-unknown') throw error;
  }
}

function areasFor(deps: DeliveryDeps, actor: PersonActor, roles: readonly Role[]): string[] {
  return roles.flatMap((role) => areasOf(actor, role, deps.now()));
}

async function presented(
  deps: DeliveryDeps,
  ledger: LedgerRepository,
  county: string,
  rows: readonly LedgerRecord[],
): Promise<Row[]> {
  const repayments = await ledger.repaymentsOf(
    county,
    rows.flatMap(({ delivery }) => delivery ?? []),
  );
  const repaidAt = new Map(repayments.map(({ delivery, at }) => [delivery, at]));
  const people = rows.flatMap(({ person }) => person ?? []);
  const labels = await deps.labelsOf(county, [...new Set(people)]);
  const now = deps.now();
  return rows.map((row) => {
    const settledAt = row.kind === 'ADVANCED' ? repaidAt.get(row.delivery ?? '') : undefined;
    return rowOf(row, settledAt, labels.get(row.person ?? '')?.label ?? '', now);
  });
}

function rowOf(row: LedgerRecord, settledAt: Date | undefined, who: string, now: Date): Row {
  const { _id: id, kind, amountFen, delivery, run, code, at, dueAt } = row;
  const told = settledAt || !dueAt ? undefined : toldBy(dueAt, now);
  const iso = { dueAt: dueAt?.toISOString(), settledAt: settledAt?.toISOString() };
  // ids were parsed when they came in
  return {
    ...{ id, kind, amountFen, at: at.toISOString(), overdue: told !== undefined, who },
    ...known({ delivery, run, code, told, ...iso }),
  } as Row;
}

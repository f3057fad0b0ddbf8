import type { LedgerRow } from '@grid-relief/shared-types/deliveries/ledger.contract';
import type * as z from '@grid-relief/shared-types/zod';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { accountOf } from './account.rules';
import { addRepayment, hasTakenIt } from './add-repayment';
import type { DeliveryDeps } from './delivery.deps';
import { areasFor, cashiers, presentedRow } from './ledger';
import type { LedgerRecord } from './ledger.record';
import { ledgerRepository } from './ledger.repository';
import { perform } from './perform';

type Row = z.infer<typeof LedgerRow>;

/**
 * The carrier has the money back, all that is still open: a row of its own; then the delivery may close.
 * @throws Problem not-found, changed-meanwhile
 */
export async function repay(deps: DeliveryDeps, actor: PersonActor, id: string, opId: string): Promise<Row> {
  const advance = await mustSeeAdvance(deps, actor, id);
  if (await hasTakenIt(deps, advance)) throw doneAlready('REPAID');
  const ledger = ledgerRepository(deps.connection);
  const how = { opId, at: deps.now(), by: actor.personId };
  const kept = await addRepayment(ledger, advance, Number.MAX_SAFE_INTEGER, how);
  if (!kept) throw doneAlready('REPAID');
  return afterwards(deps, advance, opId);
}

/**
 * The carrier has given back what was repaid beyond the receipt.
 * @throws Problem not-found, changed-meanwhile
 */
export async function takeBack(deps: DeliveryDeps, actor: PersonActor, id: string, opId: string): Promise<Row> {
  const advance = await mustSeeAdvance(deps, actor, id);
  const { county, scope, delivery = '', code, person } = advance;
  const ledger = ledgerRepository(deps.connection);
  const rows = await ledger.ofDelivery(county, delivery);
  const { overFen: amountFen } = accountOf(rows);
  // the receipt comes once, and so does what was too much
  const before = rows.find(({ kind }) => kind === 'GIVEN_BACK');
  if (!before && amountFen === 0) throw doneAlready('GIVEN_BACK');
  const same = { county, scope, delivery, ...(code ? { code } : {}), ...(person ? { person } : {}) };
  const how = { at: deps.now(), by: actor.personId, opId };
  const _id = derivedId(county, delivery, 'GIVEN_BACK');
  const kept = before ?? (await ledger.add({ ...same, ...how, _id, kind: 'GIVEN_BACK', amountFen }));
  if (kept.opId !== opId) throw doneAlready('GIVEN_BACK');
  return afterwards(deps, advance, opId);
}

async function mustSeeAdvance(deps: DeliveryDeps, actor: PersonActor, id: string): Promise<LedgerRecord> {
  const found = await ledgerRepository(deps.connection).byId(actor.county, id);
  const areas = areasFor(deps, actor, cashiers);
  const seen = found?.kind === 'ADVANCED' && found.scope.some((area) => areas.includes(area));
  if (!found || !seen) throw new Problem('not-found');
  return found;
}

async function afterwards(deps: DeliveryDeps, advance: LedgerRecord, opId: string): Promise<Row> {
  await closeIfSettled(deps, advance.county, advance.delivery ?? '', opId);
  return presentedRow(deps, advance);
}

function doneAlready(state: string): Problem {
  return new Problem('changed-meanwhile', undefined, { state, next: 'refresh' });
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

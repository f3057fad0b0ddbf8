import { fire } from '../../../lifecycle';
import type { OutboxEntry, WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import type { LedgerRecord } from '../ledger.record';
import { type LedgerRepository, ledgerRepository, repaymentId } from '../ledger.repository';
import type { PerformOnMember } from './follow-run';
import type { RunDeps } from './run.deps';
import { runRepository } from './run.repository';

/**
 * Cash of the float that its carrier keeps is the carrier's repayment for doors of the run, oldest first, as far as it
 * reaches: nobody has it once from the float and once from the cashier (handbook 2.1, pay modes). A door is repaid whole
 * or not at all; what is left over shows as the difference between what went out and what came back.
 */
export async function coverByFloat(
  deps: RunDeps,
  perform: PerformOnMember,
  { county, _id: run }: Pick<WithOutbox, 'county' | '_id'>,
  { id: opId, payload }: OutboxEntry,
): Promise<void> {
  const { amountFen, person } = payload;
  if (typeof amountFen !== 'number' || typeof person !== 'string')
    throw new Error('what is kept names amount and person');
  const ledger = ledgerRepository(deps.connection);
  const members = await runRepository(deps.connection).membersOf(county, run);
  const rows = await ledger.ofDeliveries(
    county,
    members.map(({ _id }) => _id),
  );
  for (const advance of coveredBy(rows, person, amountFen, opId)) {
    if (!(await isRepaidBy(ledger, advance, { run, at: deps.now(), opId }))) continue;
    const { delivery: id = '' } = advance;
    const close = { action: 'closeSettled' as const, county, id, actor: { system: 'outbox' as const, county } };
    await fire(() => perform({ ...close, opId: derivedId(county, id, opId, 'closeSettled') }));
  }
}

/** The advances of a person that so much cash covers; those which this operation has covered before are among them. Pure. */
export function coveredBy(
  rows: readonly LedgerRecord[],
  person: string,
  keptFen: number,
  opId: string,
): LedgerRecord[] {
  const repaidBy = new Map(rows.filter(({ kind }) => kind === 'REPAID').map((row) => [row.delivery, row.opId ?? '']));
  const advances = rows.filter((row) => row.kind === 'ADVANCED' && row.person === person);
  const before = advances.filter(({ delivery }) => repaidBy.get(delivery) === opId);
  let left = keptFen - before.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const open = advances.filter(({ delivery }) => !repaidBy.has(delivery));
  const now = open.filter(({ amountFen }) => {
    if (amountFen > left) return false;
    left -= amountFen;
    return true;
  });
  return [...before, ...now];
}

/** @returns false when somebody else had written it down before */
async function isRepaidBy(
  ledger: LedgerRepository,
  { dueAt: _due, ...advance }: LedgerRecord,
  how: { readonly run: string; readonly at: Date; readonly opId: string },
): Promise<boolean> {
  const { county, delivery = '' } = advance;
  const kept = await ledger.add({ ...advance, ...how, _id: repaymentId(county, delivery), kind: 'REPAID' });
  return kept.opId === how.opId;
}

import { fire } from '../../../lifecycle';
import type { OutboxEntry, WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import { accountOf, accountRowsBy, standingAdvance } from '../account.rules';
import { addRepayment } from '../add-repayment';
import type { Delivery } from '../delivery';
import type { LedgerRecord } from '../ledger.record';
import { ledgerRepository } from '../ledger.repository';
import { coversFor, inWalkingOrder } from './coverage.rules';
import type { PerformOnMember } from './follow-run';
import type { RunDeps } from './run.deps';
import { runRepository } from './run.repository';

/** A door that the carrier paid for, with the advance that stands for it in the book. */
interface OpenDoor {
  readonly advance: LedgerRecord;
  readonly owedFen: number;
  readonly coveredFen: number;
}

/**
 * Cash of the float that its carrier keeps is the carrier's repayment for doors of the run, in walking order, as far as
 * it reaches; the rest of the last door stays owed, and nobody has it once from the float and once from the cashier
 * (handbook 2.1, pay modes). What no door is owed shows as the difference between what went out and what came back.
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
  const doors = await openDoors(deps, county, run, person, opId);
  for (const { delivery: id, amountFen: upTo } of coversFor(doors.map(asPaid), amountFen)) {
    const advance = doors.find((door) => door.advance.delivery === id)?.advance;
    if (!advance || !(await addRepayment(ledger, advance, upTo, { run, at: deps.now(), opId }))) continue;
    const close = { action: 'closeSettled' as const, county, id, actor: { system: 'outbox' as const, county } };
    await fire(() => perform({ ...close, opId: derivedId(county, id, opId, 'closeSettled') }));
  }
}

function asPaid({ advance, owedFen, coveredFen }: OpenDoor) {
  return { delivery: advance.delivery ?? '', owedFen, coveredFen };
}

/**
 * In walking order. A door whose household has paid the carrier is none: that was its repayment.
 * @throws while the book does not know yet what the carrier paid: what is kept would be lost to a door that comes later
 */
async function openDoors(
  deps: RunDeps,
  county: string,
  run: string,
  person: string,
  opId: string,
): Promise<OpenDoor[]> {
  const runs = runRepository(deps.connection);
  const [members, found] = await Promise.all([runs.membersOf(county, run), runs.byId(county, run)]);
  const ids = members.map(({ _id }) => _id);
  const byDoor = accountRowsBy(await ledgerRepository(deps.connection).ofDeliveries(county, ids));
  return inWalkingOrder(members, found?.detail.order ?? []).flatMap((member) => {
    const rows = byDoor.get(member._id) ?? [];
    const advance = standingAdvance(rows);
    if (!advance && isAdvancedBy(member, person)) throw new Error('an advance is not in the book yet');
    if (advance?.person !== person || hasBeenPaid(member, person)) return [];
    const own = rows.filter((row) => row.kind === 'REPAID' && row.opId === opId);
    return [{ advance, owedFen: accountOf(rows).owedFen, coveredFen: accountOf(own).repaidFen }];
  });
}

const isAdvancedBy = ({ detail: { advancedBy, actualFen = 0 } }: Delivery, person: string): boolean =>
  advancedBy === person && actualFen > 0;

/** By the household, into the carrier's hands; the book may be a moment behind. */
function hasBeenPaid({ history }: Delivery, person: string): boolean {
  return history.some(({ action, by }) => action === 'tickReceived' && by === person);
}

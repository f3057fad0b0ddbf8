import type { OutboxEntry, WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import { ledgerRepository } from '../ledger.repository';
import { coverByFloat } from './cover-by-float';
import type { PerformOnMember } from './follow-run';
import type { RunDeps } from './run.deps';
import { runRepository } from './run.repository';

/**
 * Delivers `ledger` of a run: cash that went out with its carrier, came back, or was kept for what the carrier advanced.
 * The second delivery finds it there.
 */
export async function bookFloat(
  deps: RunDeps,
  perform: PerformOnMember,
  document: WithOutbox,
  entry: OutboxEntry,
): Promise<void> {
  const { row, amountFen, person } = entry.payload;
  if (row === 'FLOAT_KEPT') return coverByFloat(deps, perform, document, entry);
  if ((row !== 'FLOAT_OUT' && row !== 'FLOAT_BACK') || typeof amountFen !== 'number') {
    throw new Error('an entry for the ledger of a run names row and amount');
  }
  const { county, _id: run } = document;
  const found = await runRepository(deps.connection).byId(county, run);
  if (!found) return;
  await ledgerRepository(deps.connection).add({
    _id: derivedId(county, run, entry.id),
    county,
    scope: found.scope,
    kind: row,
    amountFen,
    run,
    at: deps.now(),
    ...(typeof person === 'string' ? { person } : {}),
  });
}

import { listOf } from '../quarantine';
import type { Outcome } from './concerned';
import type { Judged } from './judge-change';
import type { PolicyChangeDeps } from './policies.deps';
import type { Moved, Reasons } from './policy-move.record';

/** Whether anything at all becomes of somebody. Pure. */
export function isMoved({ outcome }: Judged): boolean {
  return outcome.kind !== 'UNCHANGED';
}

/** What is kept of each: kind and ends as they are, categories and reasons sealed. */
export async function rowsOf(
  { seal }: Pick<PolicyChangeDeps, 'seal'>,
  { county, _id: change }: { readonly county: string; readonly _id: string },
  judged: readonly Judged[],
) {
  return Promise.all(
    judged.map(async ({ one, outcome }) => ({
      ...{ county, change, one: one.id, kind: one.kind, move: listOf(outcome.kind) ?? ('unmoved' as const) },
      moved: await movedBy(seal, county, outcome),
    })),
  );
}

async function movedBy(seal: PolicyChangeDeps['seal'], county: string, outcome: Outcome): Promise<Moved> {
  const { kind, recount, verdict } = outcome;
  const { oldEnd, newEnd, oldBasis, newBasis } = recount ?? {};
  const judged = verdict?.decidedBy && {
    ...{ category: verdict.decidedBy.category, policyCode: '', policyVersion: 0, reason: verdict.reason },
  };
  const reasons: Reasons = {
    ...(oldBasis ? { old: oldBasis } : {}),
    ...(newBasis ? { new: newBasis } : judged ? { new: judged } : {}),
  };
  return {
    ...{ kind, reasons: await seal(county, JSON.stringify(reasons)) },
    ...(oldEnd ? { oldEnd } : {}),
    ...(newEnd ? { newEnd } : {}),
  };
}

import type { PolicyPreviewCounts } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { inParts } from '../../platform/in-parts';
import { type MoveKind, previewOf } from '../quarantine';
import { judgeOf } from './judge-change';
import { isMoved, rowsOf } from './moved-people';
import type { PolicyChangeDeps } from './policies.deps';
import type { PolicyChange } from './policy-change';
import { policyMoveRepository } from './policy-move.repository';

/** Judged and stored together. */
const partSize = 200;

/** Works out and keeps whom a change would move; numbers for all (handbook 5.7). */
export async function previewChange(
  deps: PolicyChangeDeps,
  change: PolicyChange,
  at: Date,
): Promise<PolicyPreviewCounts> {
  const judge = await judgeOf(deps, change, at);
  const moves = policyMoveRepository(deps.connection);
  const kinds: { id: string; recount: { kind: MoveKind } }[] = [];
  for await (const part of inParts(deps.concerned(change.county, judge.by), partSize)) {
    const judged = part.map((one) => ({ one, outcome: judge.outcomeOf(one) }));
    kinds.push(...judged.map(({ one: { id }, outcome: { kind } }) => ({ id, recount: { kind } })));
    await moves.show(await rowsOf(deps, change, judged.filter(isMoved)));
  }
  const { shorten, lengthen, start, end, otherwise, undecided, unmoved, moved } = previewOf(kinds);
  return {
    ...{ shorten: shorten.length, lengthen: lengthen.length, start: start.length, end: end.length },
    ...{ otherwise: otherwise.length, undecided: undecided.length, unmoved, moved },
  };
}

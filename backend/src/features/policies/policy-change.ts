import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { policyChangeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/policy-change.lifecycle';
import type { PolicyPreviewCounts } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import type { TrackedRecord } from '../../acting';
import type { RiskLine } from './policy.record';

/** The states and actions of handbook 2.11, "PolicyChange". */
export const machine = policyChangeLifecycle;
export type PolicyChangeAction = ActionOf<typeof policyChangeLifecycle>;
export const changeKind = 'POLICY_CHANGE' as const;

type Level = RiskLine['areaRisk'];

/** A step of the risk list as it is stored: places by name, because a line that is named may end meanwhile. */
export type StoredStep =
  | (Pick<RiskLine, 'place' | 'areaRisk' | 'source' | 'firstCaseAt'> & {
      readonly do: 'ADD';
      readonly validFrom?: Date;
    })
  | (Pick<RiskLine, 'place' | 'areaRisk' | 'source' | 'firstCaseAt'> & {
      readonly do: 'LEVEL';
      readonly line: string;
      readonly was: Level;
    })
  | { readonly do: 'END'; readonly line: string; readonly place: readonly string[]; readonly was: Level };

/** What shall be otherwise. A new version is kept here as JSON until it is approved. */
export type Wanted =
  | { readonly of: 'SET'; readonly code: string; readonly version: number }
  | { readonly of: 'VERSION'; readonly code: string; readonly version: number; readonly set: string }
  | { readonly of: 'RISK'; readonly steps: readonly StoredStep[] };

export interface PolicyChangeDetail {
  readonly wanted: Wanted;
  readonly preparedBy: string;
  /** The request that prepared it, as a fingerprint: the same draft again answers the stored one. */
  readonly draftHash: string;
  /** Why, sealed. */
  readonly words?: string;
  readonly from?: Date;
  /** The set that was in force when it was previewed: what was shown is what is approved, or nothing. */
  readonly over?: { readonly code: string; readonly version: number };
  readonly preview?: PolicyPreviewCounts;
  /** A head of the county answers for the later ends of these, and of nobody else. */
  readonly longer?: { readonly by: string; readonly named: readonly string[] };
  readonly approvedBy?: string;
  /** A full minute: quarantine is compared to the minute, and nobody's end comes before it. */
  readonly takesEffectAt?: Date;
  /** What was said beside reasons, sealed. */
  readonly reasonWords?: readonly { readonly opId: string; readonly at: Date; readonly sealed: string }[];
}

/** What the contracts of its actions carry. */
export interface PolicyChangeBody {
  readonly named?: readonly string[];
}

/** Another set or another risk list, seen before it counts. */
export interface PolicyChange extends TrackedRecord<PolicyChangeDetail> {
  readonly kind: typeof changeKind;
}

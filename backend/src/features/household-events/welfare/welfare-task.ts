import type {
  Guardian,
  Settlement,
  WelfareGood,
  WelfareKind,
} from '@grid-relief/shared-types/household-events/welfare-task.schema';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { welfareTaskLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/welfare-task.lifecycle';
import type { StepNote, TrackedRecord } from '../../../acting';

/** The states and actions of handbook 2.11. */
export const machine = welfareTaskLifecycle;
export type WelfareAction = ActionOf<typeof welfareTaskLifecycle>;
export const welfareKind = 'WELFARE_TASK' as const;

/** What only a welfare task knows of itself; who it is about, who looks after them and how stands sealed. */
export interface WelfareDetail {
  readonly code: string;
  /** `LeftBehind[]`, sealed. */
  readonly people: string;
  /** `Guardian`, sealed. */
  readonly guardian?: string;
  /** `Settlement`, sealed. */
  readonly settlement?: string;
  readonly notes?: readonly StepNote[];
}

/** A child, an elder or somebody who cares for one is left behind (handbook 2.11); `about` is the event. */
export interface WelfareTask extends TrackedRecord<WelfareDetail> {
  readonly kind: typeof welfareKind;
  readonly variant: WelfareKind;
  readonly household: string;
  readonly about: string;
}

/** What the contracts of its actions carry. */
export interface WelfareBody {
  readonly guardian?: Guardian;
  readonly settlement?: Settlement;
}

/** What somebody who settles them asks to have brought to the home. */
export interface WelfareNeed {
  /** The same for the same need, so that asking twice asks once. */
  readonly id: string;
  readonly county: string;
  readonly household: string;
  readonly good: WelfareGood;
  /** What was written about it, in plain text. */
  readonly words: string;
  /** Who asks for it. */
  readonly by: string;
}

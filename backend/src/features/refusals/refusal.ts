import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { refusalLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/refusal.lifecycle';
import type { RefusalKind } from '@grid-relief/shared-types/refusals/refusal.schema';
import type { StepNote, TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.11. */
export const machine = refusalLifecycle;
export type RefusalAction = ActionOf<typeof refusalLifecycle>;

/** The collection of everything that somebody said no to. */
export const refusalCollection = 'refusals';
export const refusalKind = 'REFUSAL' as const;

/** Which of the two who must both have been there. */
export type Visitor = 'VILLAGE_SECRETARY' | 'DOCTOR';

/** Who, where, and what was said, sealed as one text. */
export interface WhoRefuses {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly place?: string | undefined;
  readonly words?: string | undefined;
}

/** What only a refusal knows of itself. */
export interface RefusalDetail {
  readonly code: string;
  /** `WhoRefuses`, sealed. */
  readonly sealedWho: string;
  /** Who recorded it; absent where the product did in consequence of something else. */
  readonly by?: string;
  /** The keyed fingerprint of what was sent to record it. */
  readonly draftHash?: string;
  /** The link of a chain that waits for it. */
  readonly link?: string;
  readonly visits: Readonly<Partial<Record<Visitor, { readonly by: string; readonly at: Date }>>>;
  /** Names of those who were there when the notice was given, sealed. */
  readonly witnesses?: string;
  readonly witnessCount?: number;
  /** What was said beside a step, sealed, by the operation that brought it. */
  readonly notes?: readonly StepNote[];
}

/** Somebody says no, and is talked to by a ladder of people (handbook 2.11). */
export interface Refusal extends TrackedRecord<RefusalDetail> {
  readonly kind: typeof refusalKind;
  readonly variant: RefusalKind;
}

/** What the contracts of its actions carry. */
export interface RefusalBody {
  readonly witnesses?: readonly string[];
}

const terminal: readonly string[] = machine.terminal;
/** Agreed, served, or not asked for any more. Pure. */
export const isRefusalOver = ({ state }: Pick<Refusal, 'state'>): boolean => terminal.includes(state);

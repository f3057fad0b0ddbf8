import { handoverLegLifecycle } from '@grid-relief/shared-types/lifecycles/handover-leg.lifecycle';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Task } from '../../tasks';

/** The states and actions of handbook 2.1b. */
export const machine = handoverLegLifecycle;
export type LegAction = ActionOf<typeof handoverLegLifecycle>;

/** What only a handover knows of itself; the household is in no field. */
export interface LegDetail {
  readonly delivery: string;
  readonly code: string;
  readonly point: string;
  readonly outside: string;
  /** Who counted, or took them in. */
  readonly inside?: string;
  readonly bags?: number;
  readonly countedBags?: number;
  readonly photo?: string;
  readonly dueAt?: Date;
  readonly signedAt?: Date;
  readonly overdue?: boolean;
}

/** What the contracts of its actions carry. */
export interface LegBody {
  readonly bags?: number;
  readonly photo?: string;
}

/** One handing over at the edge of a sealed zone: held by the runner, then by the carrier inside. */
export interface HandoverLeg extends Task<LegDetail> {
  readonly kind: 'HANDOVER_LEG';
}

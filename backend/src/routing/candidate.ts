import type { Team } from '@grid-relief/shared-types/roles';
import type { Gender } from './gender';

/** What the router knows of a person who may be asked. */
export interface Candidate {
  readonly person: string;
  readonly team: Team;
  readonly area: string;
  /** The area and its ancestors, widest first. */
  readonly scope: readonly string[];
  readonly skills: readonly string[];
  readonly dialects: readonly string[];
  readonly ppe: number;
  readonly loop?: string;
  readonly gender?: Gender;
  /** On duty until then; absent: off duty. */
  readonly dutyUntil?: Date;
  readonly healthHold: boolean;
  /** Is in the chain of a close contact: asked for nothing. */
  readonly contactChain: boolean;
  /** Households of relatives, the own one included. */
  readonly relatives: readonly string[];
  /** Tasks held and offers not yet answered. */
  readonly open: number;
  readonly seatLimit: number;
  readonly doneToday: number;
  /** Share of tasks ended in time, 0..1; absent: no past. */
  readonly onTime?: number;
  readonly lastServedAt?: Date;
}

/** What the router knows of a task that looks for somebody. */
export interface RouteTask {
  readonly id: string;
  /** DELIVERY or RUN. */
  readonly kind: string;
  readonly variant?: string;
  /** 0 is P0. */
  readonly priority: number;
  readonly area: string;
  readonly scope: readonly string[];
  /** The building of the door, where the area stops at the grid. */
  readonly building?: string;
  readonly households: readonly string[];
  readonly payMode?: string;
  readonly needs: { readonly skills: readonly string[]; readonly ppe: number; readonly loop?: string };
  /** Skills or dialects that help without being needed. */
  readonly wishes: readonly string[];
  readonly genderWish?: Gender;
  readonly waitingSince: Date;
  readonly excluded: readonly string[];
  readonly rung: number;
  readonly misses: number;
}

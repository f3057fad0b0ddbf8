import type { LateBecause } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import type { LateFact, Tracked } from '../../../lifecycle';

/** An act of the product itself, by which a record catches up with a late fact. */
export interface CatchingUp {
  readonly county: string;
  readonly id: string;
  readonly action: string;
  readonly opId: string;
  readonly occurredAt: Date;
  /** What the device had sent, parsed by the contract of the fact when it came. */
  readonly body: unknown;
}

/** Work beside deliveries whose facts may come too late: they are done where they still fit. */
export interface OtherWork {
  find(county: string, id: string): Promise<Tracked | null>;
  /** The acts by which this record catches up, or why it does not. Pure. */
  catchesUp(record: Tracked, fact: LateFact['fact']): readonly string[] | LateBecause;
  act(request: CatchingUp): Promise<unknown>;
}

/** By kind of record. */
export type OtherWorks = Readonly<Partial<Record<string, OtherWork>>>;

import type { LedgerKind } from '@grid-relief/shared-types/deliveries/ledger.contract';
import type * as z from '@grid-relief/shared-types/zod';

/** One line of the book: written once, never changed. `_id` is derived from what caused it. Fen. */
export interface LedgerRecord {
  readonly _id: string;
  readonly county: string;
  readonly scope: readonly string[];
  readonly kind: z.infer<typeof LedgerKind>;
  readonly amountFen: number;
  /** Of a request, or of the run whose float it is. */
  readonly delivery?: string;
  readonly run?: string;
  readonly code?: string;
  /** Who paid in advance or got it back. */
  readonly person?: string;
  readonly at: Date;
  /** Until when the carrier must have it back. */
  readonly dueAt?: Date;
  /** An advance by the receipt's figures, in the place of one by estimate that was reversed. */
  readonly byReceipt?: true;
  /** Who wrote a repayment down, and by which operation. */
  readonly by?: string;
  readonly opId?: string;
}

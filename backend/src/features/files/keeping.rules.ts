import type { FilePurpose } from '@grid-relief/shared-types/files/file.contract';

/** What is known of a task that shows a file, or of a quarantine. */
export interface ShowingTask {
  /** When its last step was taken, if it can take no more; absent while it is open. */
  readonly endedAt?: Date;
}

/** How long files are kept. Data: an administrator may change any number (handbook 8). */
export interface KeepingPolicy {
  /** After the last task or quarantine that shows it has ended. Days. */
  readonly days: Readonly<Record<FilePurpose, number>>;
  /** After it was stored, while no task shows it: somebody began and never finished. Days. */
  readonly orphanDays: number;
}

/**
 * Doors and what lies before them go as addresses of deliveries do, thirty days after the end; receipts stay as long
 * as the accounts of what was advanced may be asked about. A self-test and a signed notice stay as long as what else is
 * kept of the quarantine, its health words among it: sixty days after its end (handbook 8, "returnee and episode").
 */
export const keepingPolicy: KeepingPolicy = {
  days: {
    RECEIPT: 365,
    DROP_PROOF: 30,
    HANDOVER: 30,
    FAILED_PROOF: 30,
    PRESCRIPTION: 30,
    VOICE_NOTE: 30,
    GOODS: 30,
    SELF_TEST: 60,
    NOTICE: 60,
  },
  orphanDays: 7,
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** The step that shows a file follows its upload within a moment, unless the phone lost its connection between them. */
const firstCheckMs = 2 * minuteMs;

/** When somebody first looks which task shows a new file. */
export function firstCheck(storedAt: Date): Date {
  return new Date(storedAt.getTime() + firstCheckMs);
}

export type Keeping = { readonly keep: false } | { readonly keep: true; readonly checkAt: Date };

/**
 * Whether a file is still needed, and when to ask again. Pure.
 * @param tasks what shows it; empty: nothing that is known
 */
export function keeping(
  file: { readonly purpose: FilePurpose; readonly storedAt: Date },
  tasks: readonly ShowingTask[],
  now: Date,
  policy: KeepingPolicy = keepingPolicy,
): Keeping {
  const age = now.getTime() - file.storedAt.getTime();
  if (tasks.length === 0) {
    if (age >= policy.orphanDays * dayMs) return { keep: false };
    // asked again after as long as it has waited: often at first, then once a day
    return { keep: true, checkAt: new Date(now.getTime() + Math.min(Math.max(age, firstCheckMs), dayMs)) };
  }
  if (tasks.some(({ endedAt }) => endedAt === undefined))
    return { keep: true, checkAt: new Date(now.getTime() + dayMs) };
  const ended = Math.max(...tasks.map(({ endedAt }) => endedAt?.getTime() ?? 0));
  const until = new Date(ended + policy.days[file.purpose] * dayMs);
  return until <= now ? { keep: false } : { keep: true, checkAt: until };
}

import type { LateFact, Receipt, Tracked } from '../../src/lifecycle';

/** One operation as its client saw it. */
export interface LoggedOperation {
  readonly action: string;
  readonly task: string;
  readonly actor: string;
  readonly opId: string;
  /** Milliseconds of this process's own clock: before the first try, after the last answer. */
  readonly began: number;
  readonly ended: number;
  readonly outcome: 'done' | 'refused' | 'unknown';
  readonly receipt?: Receipt;
}

/** What is wrong, each kind counted. All zero: nobody was told anything that is not so. */
export interface Violations {
  /** Somebody was told to hold a task that another person held at that revision. */
  readonly doubleHolders: number;
  /** Gone, or with a holder but no holding state, or the reverse, or with a broken chain of states. */
  readonly lostTasks: number;
  /** Acknowledged, but not in the record with the very same receipt. */
  readonly vanished: number;
  /** Answered with a refusal, and yet it happened. */
  readonly refusedYetDone: number;
  /** An operation that ended before another began has the later revision. */
  readonly outOfOrder: number;
}

interface Step {
  readonly opId: string;
  readonly action: string;
  readonly revision: number;
}

const taking = new Set(['claim']);
const freeing = new Set(['giveBack', 'expire', 'finish']);

/** Compares what clients were told with what the database ended with. */
export function checkHistory(
  tasks: readonly string[],
  log: readonly LoggedOperation[],
  stored: ReadonlyMap<string, Tracked>,
  lateFacts: ReadonlyMap<string, LateFact>,
): Violations {
  const byTask = grouped(log);
  let doubleHolders = 0;
  let lostTasks = 0;
  let vanished = 0;
  let refusedYetDone = 0;
  let outOfOrder = 0;
  for (const task of tasks) {
    const document = stored.get(task);
    const operations = byTask.get(task) ?? [];
    if (!document || !isWhole(document)) lostTasks++;
    vanished += operations.filter((operation) => hasVanished(operation, document, lateFacts)).length;
    refusedYetDone += operations.filter((operation) => isRefusedYetDone(operation, document)).length;
    doubleHolders += countDoubleHolders(operations, document);
    outOfOrder += countOutOfOrder(operations);
  }
  return { doubleHolders, lostTasks, vanished, refusedYetDone, outOfOrder };
}

function grouped(log: readonly LoggedOperation[]): Map<string, LoggedOperation[]> {
  const groups = new Map<string, LoggedOperation[]>();
  for (const operation of log) {
    const group = groups.get(operation.task);
    if (group) group.push(operation);
    else groups.set(operation.task, [operation]);
  }
  return groups;
}

function isWhole({ history, revision, state, assignment }: Tracked): boolean {
  const unbroken = history.every(({ from }, i) => from === (history[i - 1]?.to ?? 'OPEN'));
  const counted = history.length === revision && history.every((entry, i) => entry.revision === i + 1);
  const isHolding = state === 'HELD' || state === 'DONE';
  return (
    unbroken && counted && state === (history.at(-1)?.to ?? 'OPEN') && isHolding === (assignment.assignee !== undefined)
  );
}

function hasVanished(
  { outcome, receipt, opId }: LoggedOperation,
  document: Tracked | undefined,
  lateFacts: ReadonlyMap<string, LateFact>,
): boolean {
  if (outcome !== 'done' || !receipt) return false;
  if (receipt.to === 'LATE_FACT') return lateFacts.get(opId)?.fact.recordedAt.toISOString() !== receipt.recordedAt;
  const entry = document?.history.find((kept) => kept.opId === opId);
  if (!entry) return true;
  const { action, to, revision, recordedAt } = entry;
  return JSON.stringify({ action, to, revision, recordedAt: recordedAt.toISOString() }) !== JSON.stringify(receipt);
}

function isRefusedYetDone({ outcome, opId }: LoggedOperation, document: Tracked | undefined): boolean {
  return outcome === 'refused' && document?.history.some((entry) => entry.opId === opId) === true;
}

/** Walks everything that happened or was said to have happened, in the order of revisions. */
function countDoubleHolders(operations: readonly LoggedOperation[], document: Tracked | undefined): number {
  const steps = new Map<string, Step>();
  for (const { opId, action, revision } of document?.history ?? []) steps.set(opId, { opId, action, revision });
  for (const { opId, action, receipt } of operations) {
    if (receipt && receipt.to !== 'LATE_FACT') steps.set(opId, { opId, action, revision: receipt.revision });
  }
  let held = false;
  let double = 0;
  for (const { action } of [...steps.values()].sort((a, b) => a.revision - b.revision)) {
    if (taking.has(action)) {
      if (held) double++;
      held = true;
    } else if (freeing.has(action)) held = false;
  }
  return double;
}

function countOutOfOrder(operations: readonly LoggedOperation[]): number {
  const done = operations
    .flatMap(({ receipt, began, ended }) =>
      receipt && receipt.to !== 'LATE_FACT' ? [{ began, ended, revision: receipt.revision }] : [],
    )
    .sort((a, b) => a.revision - b.revision);
  let latestBegin = Number.NEGATIVE_INFINITY;
  let wrong = 0;
  for (const { began, ended } of done) {
    if (ended < latestBegin) wrong++;
    latestBegin = Math.max(latestBegin, began);
  }
  return wrong;
}

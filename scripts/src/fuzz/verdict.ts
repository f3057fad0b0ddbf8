import type { Result } from './campaign';
import { labelOf } from './operations';

/** What a campaign comes to, in lines; the last one is `N passed, N failed` over operations and planted faults. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly failed: number;
}

const mostFaults = 200;

export function verdictOf({ operations, book, outcomes, repeated, planted, missed }: Result): Verdict {
  const labels = operations.map(labelOf);
  const found = new Map<string, Set<string>>([...book.faults].map(([name, what]) => [name, new Set(what)]));
  for (const { title, operations: at } of outcomes.flatMap(({ report }) => report.failures)) {
    for (const name of at) found.set(name, (found.get(name) ?? new Set()).add(title));
  }
  for (const label of labels) if (!book.hit.has(label)) found.set(label, new Set(['was never reached']));
  const bad = labels.filter((label) => found.has(label));
  const elsewhere = [...found.keys()].filter((name) => !labels.includes(name));
  const failed = bad.length + elsewhere.length + missed.length;
  const statuses = [...book.statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  return {
    failed,
    lines: [
      '',
      `Requests: ${book.requests()} (${statuses.join(', ')}); turned away for load and sent again: ${repeated}.`,
      `Operations reached: ${labels.filter((label) => book.hit.has(label)).length} of ${labels.length}.`,
      ...missed.map((what) => `FAILED planted fault not found: ${what}`),
      ...[...found].slice(0, mostFaults).map(([name, what]) => `FAILED ${name}: ${[...what].join(', ')}`),
      'Operations without a finding, and planted faults found:',
      `${labels.length - bad.length + planted - missed.length} passed, ${failed} failed`,
    ],
  };
}

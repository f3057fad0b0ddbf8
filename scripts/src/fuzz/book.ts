import { problems } from '@grid-relief/shared-types/problems';
import type { Reply } from './front';
import { labelOf, type Operation, operationFinder } from './operations';

/** What was asked and answered, seen on the wire: it needs no trust in the tool that sends. */
export interface Book {
  /** Looks at one request with its answer. */
  note(method: string, address: string, reply: Reply): void;
  /** Operations that were reached. */
  readonly hit: ReadonlySet<string>;
  /** Requests by status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Server errors, and statuses that the description of the operation does not have, by operation. */
  readonly faults: ReadonlyMap<string, ReadonlySet<string>>;
  readonly requests: () => number;
}

/** Never reached: the address or the method was spoilt on purpose. */
const elsewhere = new Set<number>([problems['no-such-route'].status, problems['method-not-allowed'].status]);
const serverError = 500;

export function openBook(operations: readonly Operation[], base: string): Book {
  const find = operationFinder(operations, base);
  const hit = new Set<string>();
  const statuses = new Map<number, number>();
  const faults = new Map<string, Set<string>>();
  let requests = 0;

  return {
    hit,
    statuses,
    faults,
    requests: () => requests,
    note(method, address, { status, body }) {
      if (!address.startsWith(`${base}/`) || address === `${base}/openapi.json`) return;
      requests++;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const operation = find(method, address);
      const name = operation ? labelOf(operation) : 'no operation';
      if (operation && !body.includes('/problems/no-such-route"')) hit.add(name);
      const fault = faultOf(operation, status, method);
      if (fault) faults.set(name, (faults.get(name) ?? new Set()).add(fault));
    },
  };
}

function faultOf(operation: Operation | undefined, status: number, method: string): string | undefined {
  if (status >= serverError) return `answered ${status}`;
  if (operation) return operation.statuses.has(status) ? undefined : `answered ${status}, which is not described`;
  return elsewhere.has(status) ? undefined : `answered ${status} to ${method}`;
}

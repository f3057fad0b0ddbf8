import type { Endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';

/** The parts of the API description that decide what was asked and whether the answer is in it. */
const Description = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) })),
  ),
});

/** One operation as the running server describes it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly statuses: ReadonlySet<number>;
}

/** @throws when this is no description of an API */
export function operationsOf(document: unknown): readonly Operation[] {
  const { paths } = Description.parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, responses }]) => ({
      ...{ id, path, method: method.toUpperCase() },
      statuses: new Set(Object.keys(responses).map(Number)),
    })),
  );
}

/** As reports name an operation. */
export function labelOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** Finds the operation of an address below the base; a fixed word goes before a parameter, as it does on the server. */
export function operationFinder(operations: readonly Operation[], base: string) {
  const literal = ({ path }: Operation) => path.replace(/\{\w+\}/g, '~');
  const ordered = [...operations].sort((a, b) => (literal(a) < literal(b) ? -1 : 1));
  const patterns = ordered.map((operation) => {
    const words = operation.path.replace(/\{\w+\}/g, '[^/]+');
    return { operation, pattern: new RegExp(`^${base}${words}/?$`, 'i') };
  });
  return (method: string, address: string): Operation | undefined => {
    const [path = ''] = address.split('?');
    return patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation;
  };
}

/** Roles that pass the door of an endpoint: none for public ones, every role where anybody signed in may call. */
export function rolesFor({ access }: Endpoint): readonly string[] | 'anybody' | 'nobody' {
  if (access === 'public') return 'nobody';
  if (access === 'signedIn') return 'anybody';
  if ('roles' in access) return access.roles;
  const by = access.machine.actions[access.action]?.by ?? [];
  return by.flatMap((allowed) => ('role' in allowed ? [allowed.role] : []));
}

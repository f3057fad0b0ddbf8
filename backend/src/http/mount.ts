import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { Handler, PublicHandler, SignedInRequest } from './request';

/** Ties one contract endpoint to the code that answers it. Nothing is served that is not such a pair. */
export interface Route {
  readonly endpoint: Endpoint;
  /** Called with parsed input; `actor` is there unless the endpoint is public. */
  readonly handle: (request: SignedInRequest<Endpoint>) => unknown;
  /** Largest body in bytes; JSON has its own limit. */
  readonly bodyLimit: number;
}

/** The limit of a raw body unless the route names another: one photo as a phone makes it. */
const rawBodyLimit = 8 * 1024 * 1024;

/**
 * Mounts an endpoint that needs somebody signed in.
 * @param options.bodyLimit bytes; for endpoints that accept raw bodies
 */
export function mount<E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  options: { readonly bodyLimit?: number } = {},
): Route {
  if (endpoint.access === 'public') throw new Error(`${endpoint.name} is public: mount it with mountPublic.`);
  return pair(endpoint, handler, options.bodyLimit);
}

/** Mounts an endpoint that anybody may call. */
export function mountPublic<E extends Endpoint>(endpoint: E, handler: PublicHandler<E>): Route {
  if (endpoint.access !== 'public') throw new Error(`${endpoint.name} is not public: mount it with mount.`);
  return pair(endpoint, handler);
}

function pair<E extends Endpoint>(endpoint: E, handler: Handler<E>, bodyLimit = rawBodyLimit): Route {
  // the dispatcher parses with this very endpoint's schemas before it calls, which the type of a list cannot say
  return { endpoint, handle: handler as Route['handle'], bodyLimit };
}

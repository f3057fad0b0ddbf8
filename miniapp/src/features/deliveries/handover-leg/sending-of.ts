import type { Act } from '@/api';

type Told = { readonly first: Act; readonly second?: Act };

/**
 * What is said about sending where a request and its handover are acted on together: what was done last, and both only
 * while the request's own is not there yet. Pure.
 */
export function sendingOf(request: Act, handover: Act): Told {
  if (handover.state === 'idle') return { first: request };
  const isThere = request.state === 'idle' || request.state === 'sent';
  return isThere ? { first: handover } : { first: request, second: handover };
}

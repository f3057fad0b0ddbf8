import type { Endpoint } from './contract';
import * as households from './households/household.contract';
import * as identity from './identity/identity.contract';

/** The endpoints among what a contract file exports; schemas may stand beside them. */
function endpointsOf(contract: Readonly<Record<string, unknown>>): Endpoint[] {
  return Object.values(contract).filter(isEndpoint);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;
}

/**
 * Every contract of the product, by feature: what the API description shows, and what must be mounted before the server
 * starts. A feature appends its contract files here.
 */
export const endpointsByFeature: Readonly<Record<string, readonly Endpoint[]>> = {
  identity: endpointsOf(identity),
  households: endpointsOf(households),
};

/** The same as one list. */
export const allEndpoints: readonly Endpoint[] = Object.values(endpointsByFeature).flat();

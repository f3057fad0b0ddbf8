import type { Endpoint } from '@grid-relief/shared-types/contract';
import { useMe } from './session';

/** Whether the signed-in person holds one of these roles, wherever that is; the server decides what it opens. */
export function useHolds(): (roles: readonly string[]) => boolean {
  const held: string[] = useMe()?.grants.map(({ role }) => role) ?? [];
  return (roles) => roles.some((role) => held.includes(role));
}

/** Whether an endpoint that is for certain roles is for the signed-in person, so that others are not offered it. */
export function useMayAsk({ access }: Pick<Endpoint, 'access'>): boolean {
  const holds = useHolds();
  return typeof access === 'object' && 'roles' in access && holds(access.roles);
}

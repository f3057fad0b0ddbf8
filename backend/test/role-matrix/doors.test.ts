import type { Access, Endpoint } from '@grid-relief/shared-types/contract';
import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { type Role, roles } from '@grid-relief/shared-types/roles';
import { inviters, mayGrant } from '../../src/features/identity/invite.policy';
import { authorize } from '../../src/http/authorize';
import type { PersonActor } from '../../src/lifecycle';
import { paperCast, paperNow } from './paper-cast';
import { mayInvite, whoseDoor } from './who-may';

/** Endpoints that no lifecycle decides about. */
const plainEndpoints = allEndpoints.filter(({ access }) => typeof access === 'string' || 'roles' in access);

const rolesOf = (access: Access): readonly string[] =>
  typeof access === 'string' ? [access] : 'roles' in access ? access.roles : [];

/** Doors ask for roles only: one person for each, and one whose role has ended. */
const atDoors = paperCast.filter(({ name }) => !/^(able|asked|late|moved|excluded)/.test(name));

// a refusal is an error thrown; here a million of them are, and nobody reads where
Error.stackTraceLimit = 0;

function opens(endpoint: Endpoint, actor: PersonActor | undefined): boolean {
  if (endpoint.access === 'public') return true;
  if (!actor) return false;
  try {
    authorize(endpoint, actor, paperNow);
    return true;
  } catch {
    return false;
  }
}

/** Who comes in and must not, or must and does not, through a door as it stands or as it is spoilt. */
function wrongAtDoor(endpoint: Endpoint): string[] {
  const written = whoseDoor.get(endpoint.name) ?? new Set();
  const stranger = opens(endpoint, undefined) === written.has('public') ? [] : ['somebody without a token'];
  const people = atDoors.filter(({ actor, roles: held }) => {
    const may = written.has('public') || written.has('signedIn') || held.some((role) => written.has(role));
    return opens(endpoint, actor) !== may;
  });
  return [...stranger, ...people.map(({ name }) => name)];
}

/** Each single change of whose door it is. */
function spoiltDoors({ access }: Endpoint): Access[] {
  const given = rolesOf(access);
  const others = (['public', 'signedIn'] as const).filter((word) => word !== access);
  if (typeof access === 'string') return [...others, ...roles.map((role) => ({ roles: [role] }))];
  return [
    ...others,
    ...(given.length > 1 ? given.map((role) => ({ roles: given.filter((one) => one !== role) })) : []),
    ...roles.filter((role) => !given.includes(role)).map((role) => ({ roles: [...given, role] })),
    ...roles.filter((role) => !given.includes(role)).map((role) => ({ roles: [...given.slice(1), role] })),
  ];
}

test('whose door it is, is written down by hand for every endpoint, and the contracts say the same', () => {
  const table = plainEndpoints.map(({ name, access }) => `${name}: ${[...rolesOf(access)].sort()}`);
  expect(table.sort()).toEqual([...whoseDoor].map(([name, said]) => `${name}: ${[...said].sort()}`).sort());
  expect(plainEndpoints.flatMap((one) => wrongAtDoor(one).map((who) => `${one.name} for ${who}`))).toEqual([]);
});

test('every door opened wider, closed, or given to another role is caught', () => {
  const spoilt = plainEndpoints.flatMap((one) => spoiltDoors(one).map((access) => ({ ...one, access })));
  const survivors = spoilt.filter((one) => wrongAtDoor(one).length === 0);
  expect(survivors.map(({ name, access }) => `${name}: ${rolesOf(access)}`)).toEqual([]);
  expect(spoilt.length).toBeGreaterThan(2_000);
});

const [here, elsewhere] = [areaId('141122100201-g03'), areaId('141122100202-g01')];

/** Invitations that are given and must not be, or the reverse. */
function wrongInvitations(inviter: Role): string[] {
  const actor = paperCast.find(({ name }) => name === inviter)?.actor;
  if (!actor) throw new Error(`nobody is ${inviter}`);
  return roles.flatMap((role) => {
    const written = mayInvite.get(inviter)?.has(role) ?? false;
    const given = [here, elsewhere].map((area) => mayGrant(actor, role, area, paperNow));
    return given[0] === written && !given[1] ? [] : [`${inviter} invites ${role}`];
  });
}

test('nobody invites to a role but as it is written, and every change of that table is caught', () => {
  expect(roles.flatMap(wrongInvitations)).toEqual([]);
  const survivors: string[] = [];
  let mutants = 0;
  for (const inviter of roles) {
    const before = inviters[inviter] ?? [];
    for (const role of roles) {
      const changed = before.includes(role) ? before.filter((one) => one !== role) : [...before, role];
      const table = { ...inviters };
      inviters[inviter] = changed;
      if (wrongInvitations(inviter).length === 0) survivors.push(`${inviter} and ${role}`);
      Object.assign(inviters, table);
      if (!table[inviter]) delete inviters[inviter];
      mutants += 1;
    }
  }
  expect(survivors).toEqual([]);
  expect(mutants).toBe(roles.length ** 2);
  expect(roles.flatMap(wrongInvitations)).toEqual([]);
});

import { healthCodeRequestLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/health-code-request.lifecycle';
import { quarantineEpisodeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { transferLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Assignment, beginRecord, type Needs, type PersonActor, permittedActions } from '../../lifecycle';

const now = new Date('2022-04-18T01:00:00Z');
const county = '141122';
const township = areaId('141122100');

function person(personId: string, role: Role, rest: Partial<PersonActor> = {}): PersonActor {
  return {
    ...{ personId, county, grants: [{ role, area: township }], ownHouseholds: [], proxyHouseholds: [] },
    ...{ skills: [], ppe: 0, ...rest },
  };
}

function record(kind: string, state: string, assignment: Partial<Assignment> = {}, needs?: Needs) {
  const place = { county, area: township, scope: [county, township] };
  return beginRecord({ _id: `${county}-r1`, kind, state, ...place, assignment, ...(needs ? { needs } : {}) }, [], now);
}

describe('when a code request was written by somebody who could also approve it', () => {
  const request = record('healthCodeRequest', 'COMMUNITY_OK', { excluded: ['writer'] });
  const offered = (personId: string) =>
    permittedActions(healthCodeRequestLifecycle, request, person(personId, 'CODE_CLERK'), now);

  test('another clerk may approve it, the writer may only take it back', () => {
    expect(offered('other')).toEqual(['approveTownship', 'withdraw']);
    expect(offered('writer')).toEqual(['withdraw']);
  });
});

test('when a township reviews a breach, it may decide, and no part of the product may', () => {
  const episode = record('quarantineEpisode', 'BREACH_REVIEW');
  const decisions = ['dismissBreach', 'upholdBreach'];
  const may = (actor: Parameters<typeof permittedActions>[2]) =>
    permittedActions(quarantineEpisodeLifecycle, episode, actor, now).filter((action) => decisions.includes(action));
  expect(may(person('t', 'TOWNSHIP_DISPATCHER'))).toEqual(decisions);
  expect(may(person('g', 'GRID_LEADER'))).toEqual([]);
  for (const system of ['policy', 'router', 'timer', 'outbox'] as const) expect(may({ system, county })).toEqual([]);
});

test('when a trip runs in a loop, its driver and an escort of that loop act, and nobody of another', () => {
  const trip = record('transfer', 'AT_PICKUP', { assignee: 'driver' }, { skills: [], ppe: 2, loop: 'A' });
  const mayBoard = (actor: PersonActor) => permittedActions(transferLifecycle, trip, actor, now).includes('board');
  expect(mayBoard(person('driver', 'DRIVER'))).toBe(true);
  expect(mayBoard(person('other', 'DRIVER'))).toBe(false);
  expect(mayBoard(person('escort', 'ESCORT', { ppe: 2, loop: 'A' }))).toBe(true);
  expect(mayBoard(person('escort', 'ESCORT', { ppe: 2, loop: 'B' }))).toBe(false);
  expect(mayBoard(person('escort', 'ESCORT', { ppe: 2 }))).toBe(false);
});

import {
  codeLadders,
  codeSteps,
  healthCodeRequestLifecycle,
} from '@grid-relief/shared-types/lifecycles/quarantine/health-code-request.lifecycle';
import { deskRoles } from './code-request.policy';
import { heardOfDelay, isLate, rungOf, stepMinutes, waitsWith } from './waiting.rules';

const at = (state: string, rung = 0) => ({ state, assignment: { excluded: [], rung } });
const { states, terminal, actions } = healthCodeRequestLifecycle;

test.each([
  ['DRAFT', 'COMMUNITY'],
  ['COMMUNITY_OK', 'TOWNSHIP'],
  ['TOWNSHIP_OK', 'COUNTY'],
  ['COUNTY_OK', 'CLERK'],
  ['SENT', 'PROVINCE'],
  ['NO_ANSWER', 'CLERK'],
  ['REFUSED', 'PERSON'],
  ['APPEALED', 'PROVINCE'],
])('%s waits with %s', (state, who) => expect(waitsWith(at(state))).toBe(who));

test('only what is over waits with nobody', () => {
  expect(states.filter((state) => waitsWith(at(state)) === 'NOBODY')).toEqual(terminal);
});

test.each([
  ['ASSIGN', 'DRAFT', 30],
  ['ASSIGN', 'NO_ANSWER', 30],
  ['CLEAR', 'DRAFT', 240],
  ['CLEAR', 'COUNTY_OK', 240],
  ['ASSIGN', 'APPEALED', 1440],
  ['CLEAR', 'APPEALED', 1440],
] as const)('%s at %s has %i minutes', (variant, step, minutes) => expect(stepMinutes(variant, step)).toBe(minutes));

test('whoever has the step hears first, and everybody who hears has a list of them', () => {
  const approvers = {
    DRAFT: 'approveCommunity',
    COMMUNITY_OK: 'approveTownship',
    TOWNSHIP_OK: 'approveCounty',
  } as const;
  for (const [state, action] of Object.entries(approvers)) {
    const may = actions[action].by.map((one) => ('role' in one ? one.role : ''));
    expect([...(rungOf(state, 0) ?? [])].sort()).toEqual(may.sort());
  }
  for (const step of codeSteps) expect(deskRoles).toEqual(expect.arrayContaining(codeLadders[step].flat()));
});

test('a delay is heard of level by level, and forgotten with the next step', () => {
  expect([isLate(at('DRAFT')), heardOfDelay(at('DRAFT'))]).toEqual([false, []]);
  expect(heardOfDelay(at('DRAFT', 1))).toEqual(['COMMUNITY_WORKER', 'VILLAGE_SECRETARY']);
  expect(heardOfDelay(at('DRAFT', 3))).toContain('COUNTY_HEAD');
  expect(rungOf('DRAFT', 3)).toBeUndefined();
  // the province and the person have clocks of their own
  for (const state of ['SENT', 'REFUSED', ...terminal]) {
    expect([isLate(at(state, 2)), heardOfDelay(at(state, 2)), rungOf(state, 0)]).toEqual([false, [], undefined]);
  }
});

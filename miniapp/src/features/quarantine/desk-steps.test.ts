import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { deskSteps, stepsFor } from './desk-steps';
import { episodeView } from './episode.fixture';
import { type Answers, bodyOf, isAnswered } from './step-answers';

// a view of the fixture is what the server sends; only the branded ids are not branded
const view = (more: object) => episodeView({ ...more }) as unknown as EpisodeView;
const ofEnd = ['release', 'nextPhase', 'startMonitoring'];
const monitoring = { kind: 'MONITORING', stayIn: false, countedFrom: '', endsAt: '' };
const block = { reason: 'RESULT_PENDING', reasons: ['RESULT_PENDING'], owner: 'LAB', since: '' };

test.each([
  ['two days before', {}, []],
  ['on the last day of all', { day: { number: 7, of: 7, left: 0 } }, ['release']],
  ['while something is missing', { state: 'RELEASE_BLOCKED', block, day: { number: 7, of: 7, left: 0 } }, []],
  ['once nothing is missing', { state: 'RELEASE_BLOCKED', day: { number: 7, of: 7, left: 0 } }, ['release']],
  [
    'with another part to come',
    { state: 'RELEASE_BLOCKED', phases: [...episodeView().phases, monitoring] },
    ['startMonitoring'],
  ],
  ['in hospital while monitoring runs', { phases: [monitoring] }, ['startMonitoring']],
])('the end is offered by the server’s days and not by the phone’s clock: %s', (_, more, expected) => {
  expect(stepsFor(view({ ...more, actions: ofEnd })).map(({ action }) => action)).toEqual(expected);
});

test('nothing is offered that the record does not allow this person', () => {
  expect(stepsFor(view({ actions: ['findAgain'] })).map(({ action }) => action)).toEqual(['findAgain']);
});

test('somebody on the way arrives where they are moved to', () => {
  const steps = stepsFor(view({ state: 'MOVED', moveTo: 'CENTRAL', actions: ['settleHome', 'settleCentral'] }));
  expect(steps.map(({ action }) => action)).toEqual(['settleCentral']);
});

const now = new Date('2026-11-24T06:00:00.000Z');
const stepOf = (action: string) => {
  const step = deskSteps.find((one) => one.action === action);
  if (!step) throw new Error(action);
  return step;
};

test.each<[string, Answers, object | undefined]>([
  ['move', { to: 'CENTRAL' }, undefined],
  ['move', { to: 'CENTRAL', reason: 'OWN_WISH' }, { to: 'CENTRAL', reason: { code: 'OWN_WISH' } }],
  ['handOut', { toCounty: '14112', reason: 'LIVES_THERE' }, undefined],
  ['handOut', { toCounty: '141121', reason: 'LIVES_THERE' }, { toCounty: '141121', reason: { code: 'LIVES_THERE' } }],
  ['convert', { category: 'CLOSE_CONTACT', reason: 'NEW_FINDINGS', daysAgo: '0', hour: '23' }, undefined],
  [
    'convert',
    { category: 'CLOSE_CONTACT', reason: 'NEW_FINDINGS', daysAgo: '2', hour: '9' },
    { category: 'CLOSE_CONTACT', anchor: '2026-11-22T01:00:00.000Z', reason: { code: 'NEW_FINDINGS' } },
  ],
  ['settleCentral', { site: ' 迎宾旅馆 ', room: ' ' }, { site: '迎宾旅馆' }],
  ['hearPerson', { words: '  ' }, undefined],
  ['takeBack', { isAbsent: 'no' }, { reason: { code: 'NOT_TAKEN_OVER' } }],
  ['takeBack', { isAbsent: 'yes' }, { isAbsent: true, reason: { code: 'NOT_TAKEN_OVER' } }],
  ['markAbsent', {}, { tried: ['PHONE', 'DOOR'], reason: { code: 'NOT_THERE' } }],
  ['recordDeath', {}, {}],
])('a step is sent with what the contract asks, and not before it is known: %s %j', (action, answers, body) => {
  const step = stepOf(action);
  expect(isAnswered(step, answers, now)).toBe(body !== undefined);
  if (body !== undefined) expect(bodyOf(step, answers, now)).toEqual(body);
});

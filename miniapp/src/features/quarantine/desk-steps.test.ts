import { quarantineEpisodeLifecycle as machine } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import * as z from '@grid-relief/shared-types/zod';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { quarantineStepsText } from '@/text/quarantine-steps';
import { type DeskStep, deskSteps, stepsFor } from './desk-steps';
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

test('where somebody stays is decided once two have seen the home; a site needs nobody', () => {
  const offered = (more: object) => stepsFor(view({ state: 'PENDING', actions: ['assess'], ...more })).length;
  const [one, two] = [
    { signed: ['GRID'], missing: [] },
    { signed: ['GRID', 'DOCTOR'], missing: [] },
  ];
  expect([offered({}), offered({ home: one }), offered({ home: two })]).toEqual([0, 0, 1]);
  expect(offered({ phases: [{ ...monitoring, kind: 'CENTRAL' }] })).toBe(1);
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
  ['convert', { category: 'CLOSE_CONTACT', reason: 'NEW_FINDINGS', day: '2026-11-24', hour: '23' }, undefined],
  ['convert', { category: 'CLOSE_CONTACT', reason: 'NEW_FINDINGS' }, undefined],
  [
    'convert',
    { category: 'CLOSE_CONTACT', reason: 'NEW_FINDINGS', day: '2026-11-22', hour: '9' },
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
  if (body !== undefined) expect(bodyOf(step, answers)).toEqual(body);
});

/** What has a place of its own: forms with many answers, the lists, and a change of policy. */
const elsewhere = ['viewHome', 'startHome', 'startCentral', 'reportHealth', 'swab', 'bookResult', 'lengthen'];
/** Said with a report: a fever or a symptom in it calls the doctor by itself. */
const saidOtherwise = ['alertSymptom'];

test('whatever the table lets a person do to a quarantine can be done somewhere', () => {
  const byPeople = Object.entries(machine.actions).filter(([, { by }]) => by.some((who) => 'relation' in who));
  const offered = [...deskSteps.map(({ action }): string => action), ...elsewhere, ...saidOtherwise];
  expect(byPeople.map(([action]) => action).filter((action) => !offered.includes(action))).toEqual([]);
});

test('each step, each reason and each state has its words', () => {
  const known = Object.keys({ ...quarantineStepsText.zh, ...quarantineDeskText.zh });
  const asked: readonly DeskStep[] = deskSteps;
  const wanted = [
    ...deskSteps.map(({ action }) => `do-${action}`),
    ...deskSteps.flatMap((step) => ('isGrave' in step ? [`sure-${step.action}`] : [])),
    ...asked.flatMap(({ reasons = [] }) => (reasons.length > 1 ? reasons.map((code) => `why-${code}`) : [])),
    ...machine.states.map((state) => `state-${state}`),
  ];
  expect(wanted.filter((key) => !known.includes(key))).toEqual([]);
});

test('where the table asks for a reason, the step has one', () => {
  const asking = Object.entries(machine.actions).filter(([, { needs }]) => needs?.includes('reason'));
  const steps = deskSteps.filter(({ action }) => asking.some(([name]) => name === action));
  expect(steps.filter((step) => !('reasons' in step)).map(({ action }) => action)).toEqual([]);
});

test('what a step says is what its contract takes', () => {
  const answers = {
    ...{ to: 'HOME', category: 'OVERSEAS', day: '2026-11-23', hour: '8', toCounty: '141121', words: '话', name: '名' },
    ...{ site: '点', room: '房', isAbsent: 'yes', way: 'FETCHED' },
  };
  const opId = episodeView().id;
  for (const step of deskSteps) {
    const [reason = ''] = 'reasons' in step ? step.reasons : [];
    const body = { ...bodyOf(step, { ...answers, reason }), opId };
    expect(z.safeParse(episodeActions[step.action].body, body)).toMatchObject({ success: true });
  }
});

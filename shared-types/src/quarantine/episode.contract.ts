import { action, byId, endpoint, intent } from '../contract';
import { quarantineEpisodeLifecycle as machine } from '../lifecycles/quarantine/quarantine-episode.lifecycle';
import { FileId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { EpisodeRow, EpisodeView, WayHome } from './episode.schema';
import { quarantineHealthFields, Symptom } from './health-report.schema';
import { HomeAnswers } from './home-conditions.schema';
import { QuarantineCategory } from './policy-set.schema';

const words = z.string().check(z.maxLength(300));
const short = z.string().check(z.minLength(1), z.maxLength(60));
const paged = { query: z.strictObject({ ...pageQuery }), response: pageOf(EpisodeRow) };

export const getEpisode = endpoint({
  name: 'getEpisode',
  method: 'GET',
  path: '/quarantine-episodes/{id}',
  access: 'signedIn',
  params: byId,
  response: EpisodeView,
  problems: ['not-found'],
  summary: 'One quarantine: its days, tests, reports, and what its end waits for.',
});
export const myDays = endpoint({
  name: 'myDays',
  method: 'GET',
  path: '/my-quarantine',
  access: 'signedIn',
  response: z.object({ items: z.array(EpisodeView) }),
  summary: 'The quarantine of everybody in my homes, and mine.',
});
export const quarantineToday = endpoint({
  name: 'quarantineToday',
  method: 'GET',
  path: '/work/quarantine',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] },
  ...paged,
  summary: 'What my area has to do today about people in quarantine, what is late first.',
});
export const quarantineAtSite = endpoint({
  name: 'quarantineAtSite',
  method: 'GET',
  path: '/work/quarantine/site',
  access: { roles: ['SITE_MANAGER'] },
  ...paged,
  summary: 'Everybody who is in a site of my area, or comes to one.',
});
export const quarantineToSample = endpoint({
  name: 'quarantineToSample',
  method: 'GET',
  path: '/work/quarantine/to-sample',
  access: { roles: ['SAMPLER'] },
  ...paged,
  summary: 'Whose swab is due today or was missed, oldest first.',
});
export const quarantineResults = endpoint({
  name: 'quarantineResults',
  method: 'GET',
  path: '/work/quarantine/results',
  access: { roles: ['LAB'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(
    z.object({ episode: RecordId, swab: RecordId, takenAt: Instant, kit: z.optional(z.string()), code: z.string() }),
  ),
  summary: 'Swabs without a result, oldest first; no name.',
});
export const quarantineSymptoms = endpoint({
  name: 'quarantineSymptoms',
  method: 'GET',
  path: '/work/quarantine/symptoms',
  access: { roles: ['DOCTOR'] },
  ...paged,
  summary: 'Who has a fever or a symptom and waits for a doctor, or a home for its assessment.',
});
export const revealQuarantined = endpoint({
  name: 'revealQuarantined',
  method: 'POST',
  path: '/quarantine-episodes/{id}/reveal',
  access: {
    roles: [
      ...['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'SITE_MANAGER', 'DOCTOR', 'SAMPLER'],
      'CDC_INVESTIGATOR',
    ],
  },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'VISIT', 'SAMPLE', 'MEDICAL', 'EMERGENCY']) }),
  response: z.object({ name: z.string(), phone: z.optional(z.string()), recordedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open name and phone of somebody in quarantine; the look is recorded.',
});

const view = EpisodeView;
const home = z.enum(['SENSOR', 'VISITS', 'PAPER_SEAL']);

/** One endpoint for every action of an episode that a person may take. */
export const episodeActions = {
  viewHome: action(machine, 'viewHome', { answers: HomeAnswers }, view),
  assess: action(machine, 'assess', {}, view),
  startHome: action(
    machine,
    'startHome',
    // the photo is of the notice as it was signed; nothing waits for it
    { notice: z.enum(['SIGNED', 'SERVED']), noticePhoto: z.optional(FileId), door: home, careContact: short },
    view,
    ['invalid-input'],
  ),
  startCentral: action(
    machine,
    'startCentral',
    { notice: z.enum(['SIGNED', 'SERVED']), site: short, room: z.optional(short) },
    view,
  ),
  reportHealth: action(machine, 'reportHealth', quarantineHealthFields, view, ['invalid-input']),
  swab: action(machine, 'swab', { kit: z.optional(z.enum(['A', 'B'])), withRoom: z.optional(z.literal(true)) }, view),
  bookResult: action(
    machine,
    'bookResult',
    { swab: RecordId, result: z.enum(['NEGATIVE', 'POSITIVE', 'INVALID']) },
    view,
  ),
  linkedNegative: action(machine, 'linkedNegative', {}, view),
  alertSymptom: action(machine, 'alertSymptom', { symptoms: z.array(Symptom).check(z.maxLength(10)) }, view),
  clearSymptom: action(machine, 'clearSymptom', { words: z.optional(words) }, view),
  approveLeave: action(machine, 'approveLeave', {}, view),
  sendToCare: action(machine, 'sendToCare', {}, view),
  takenBy120: action(machine, 'takenBy120', {}, view),
  foundInCare: action(machine, 'foundInCare', {}, view),
  returnFromCare: action(machine, 'returnFromCare', {}, view),
  admit: action(machine, 'admit', {}, view),
  discharge: action(machine, 'discharge', {}, view),
  move: action(machine, 'move', { to: z.enum(['HOME', 'CENTRAL']) }, view),
  settleHome: action(machine, 'settleHome', {}, view),
  settleCentral: action(machine, 'settleCentral', { site: short, room: z.optional(short) }, view),
  proposeBreach: action(machine, 'proposeBreach', {}, view),
  hearPerson: action(machine, 'hearPerson', { words }, view),
  dismissBreach: action(machine, 'dismissBreach', {}, view),
  upholdBreach: action(machine, 'upholdBreach', {}, view),
  markAbsent: action(
    machine,
    'markAbsent',
    { tried: z.array(z.enum(['PHONE', 'DOOR', 'FAMILY', 'NEIGHBOUR'])).check(z.minLength(2), z.maxLength(4)) },
    view,
  ),
  findAgain: action(machine, 'findAgain', {}, view),
  convert: action(machine, 'convert', { category: QuarantineCategory, anchor: Instant }, view, ['invalid-input']),
  revoke: action(machine, 'revoke', {}, view),
  confirmPositive: action(machine, 'confirmPositive', {}, view),
  startMonitoring: action(machine, 'startMonitoring', {}, view),
  nextPhase: action(machine, 'nextPhase', {}, view),
  sayWayHome: action(machine, 'sayWayHome', { way: WayHome }, view),
  release: action(machine, 'release', {}, view),
  handOut: action(machine, 'handOut', { toCounty: z.string().check(z.regex(/^[0-9]{6}$/, 'county')) }, view),
  confirmHandOut: action(machine, 'confirmHandOut', { name: short }, view),
  takeBack: action(machine, 'takeBack', { isAbsent: z.optional(z.literal(true)) }, view),
  recordDeath: action(machine, 'recordDeath', {}, view),
  recordDeathInHospital: action(machine, 'recordDeathInHospital', {}, view),
  terminateByPolicy: action(machine, 'terminateByPolicy', {}, view),
};

export const episodeQueries = {
  ...{ getEpisode, myDays, quarantineToday, quarantineAtSite, quarantineToSample, quarantineResults },
  ...{ quarantineSymptoms, revealQuarantined },
};

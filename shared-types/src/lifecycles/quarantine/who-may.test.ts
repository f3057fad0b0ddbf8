import { lifecycles } from '../all';
import type { Allowed, Lifecycle } from '../lifecycle';
import { destinations } from '../lifecycle';
import { quarantineLifecycles } from './all';
import { healthCodeRequestLifecycle } from './health-code-request.lifecycle';
import { policyChangeLifecycle } from './policy-change.lifecycle';
import { quarantineEpisodeLifecycle as episode, stateOfPhase } from './quarantine-episode.lifecycle';

const way = (allowed: Allowed) => ('system' in allowed ? allowed.system : `${allowed.role} ${allowed.relation}`);

/** Everybody who may bring a record into a state, from wherever. */
function whoMayReach(machine: Lifecycle, state: string): string[] {
  const rules = Object.values(machine.actions).filter((rule) =>
    rule.from.some((from) => from !== state && destinations(rule, from).includes(state)),
  );
  return [...new Set(rules.flatMap((rule) => rule.by.map(way)))].sort();
}

const whoMay = (machine: Lifecycle, action: string) => (machine.actions[action]?.by ?? []).map(way).sort();

describe('when a state of a quarantine is grave, only those the handbook names bring it about', () => {
  const grid = ['GRID_LEADER inArea', 'GRID_WORKER inArea'];
  test.each([
    ['BREACH_REVIEW', ['GRID_LEADER inArea']],
    ['CONVERTED', ['CDC_INVESTIGATOR inArea']],
    ['REVOKED', ['CDC_INVESTIGATOR inArea', 'outbox']],
    ['POSITIVE_TRANSFER', ['CDC_INVESTIGATOR inArea']],
    ['DECEASED', ['DOCTOR inArea', 'GRID_LEADER inArea', 'SITE_MANAGER inArea']],
    ['TERMINATED_POLICY', ['COUNTY_DISPATCHER inArea']],
    ['HANDED_OUT', ['TOWNSHIP_DISPATCHER inArea']],
    ['HANDING_OUT', ['TOWNSHIP_DISPATCHER inArea']],
    ['RELEASED', [...grid, 'SITE_MANAGER inArea', 'outbox', 'timer']],
    ['ELAPSED', ['policy']],
  ])('%s', (state, expected) => {
    expect(whoMayReach(episode, state)).toEqual([...expected].sort());
  });

  test('a breach is proposed and decided by persons: no machine takes any part in it', () => {
    // what starts from every open state, a death or another county, decides nothing about a breach
    const decided = Object.entries(episode.actions).filter(
      ([, rule]) => rule.from.includes('BREACH_REVIEW') && rule.to !== 'SAME' && !rule.from.includes('PENDING'),
    );
    expect(decided.map(([name]) => name).sort()).toEqual(['dismissBreach', 'upholdBreach']);
    for (const name of ['proposeBreach', 'dismissBreach', 'upholdBreach']) {
      expect(whoMay(episode, name).filter((one) => !one.includes(' '))).toEqual([]);
    }
    expect(whoMay(episode, 'upholdBreach')).toEqual(['TOWNSHIP_DISPATCHER inArea']);
  });

  test('death is recorded from every open state, by a grid leader', () => {
    const open = episode.states.filter((state) => !episode.terminal.includes(state));
    expect([...episode.actions.recordDeath.from].sort()).toEqual([...open].sort());
    expect(whoMay(episode, 'recordDeath')).toEqual(['GRID_LEADER inArea']);
  });

  test('an ambulance is a fact and waits for no approval', () => {
    expect(episode.actions.takenBy120).toMatchObject({ fact: true, to: 'MEDICAL_LEAVE' });
    expect(whoMay(episode, 'takenBy120')).toEqual(expect.arrayContaining(['RESIDENT own', 'PROXY own', ...grid]));
  });
});

describe('when an end moves', () => {
  test('longer takes a head of the county, in the quarantine and in the change of policy; shorter goes by itself', () => {
    expect(whoMay(episode, 'lengthen')).toEqual(['COUNTY_HEAD inArea']);
    expect(whoMay(policyChangeLifecycle, 'agreeToLonger')).toEqual(['COUNTY_HEAD inArea']);
    expect(whoMay(policyChangeLifecycle, 'approve')).toEqual(['COUNTY_HEAD inArea']);
    expect(whoMay(episode, 'shorten')).toEqual(['policy']);
  });
});

describe('when the handbook says "same phase"', () => {
  test.each(['clearSymptom', 'returnFromCare', 'dismissBreach', 'findAgain'] as const)(
    '%s leads back to the states in which a phase runs',
    (action) => {
      expect([...[episode.actions[action].to].flat()].sort()).toEqual(Object.values(stateOfPhase).sort());
    },
  );
});

describe('when a code is asked for', () => {
  const approvals = ['approveCommunity', 'approveTownship', 'approveCounty'] as const;

  test('who wrote the request approves nothing: every approval is for people who are not excluded from it', () => {
    const ways = approvals.flatMap((name) => whoMay(healthCodeRequestLifecycle, name));
    expect(ways.length).toBeGreaterThanOrEqual(approvals.length);
    expect(ways.filter((one) => !one.endsWith(' eligible'))).toEqual([]);
  });

  test('nobody skips a level', () => {
    expect(approvals.map((name) => healthCodeRequestLifecycle.actions[name].from)).toEqual([
      ['DRAFT'],
      ['COMMUNITY_OK'],
      ['TOWNSHIP_OK'],
    ]);
    expect(whoMay(healthCodeRequestLifecycle, 'approveCounty')).toEqual(['COUNTY_HEAD eligible']);
  });

  test('only the person appeals, never a proxy', () => {
    expect(whoMay(healthCodeRequestLifecycle, 'appeal')).toEqual(['RESIDENT own', 'RESIDENT party']);
  });
});

test('when something happened, it is a fact and never refused; when somebody decides, it is none', () => {
  const facts = quarantineLifecycles.flatMap((machine) =>
    Object.entries(machine.actions)
      .filter(([, rule]) => rule.fact)
      .map(([name]) => `${machine.name}.${name}`),
  );
  expect(facts.sort()).toEqual([
    'chainLink.swab',
    'deliveryPlan.recordCall',
    'healthTracker.recordCall',
    'healthTracker.reportHealth',
    'healthTracker.swab',
    'householdVisit.foundClear',
    'householdVisit.foundReturnee',
    'householdVisit.looksVacant',
    'householdVisit.noAnswer',
    'householdVisit.phone',
    'householdVisit.reachDoor',
    'householdVisit.refuse',
    'passenger.board',
    'passenger.notThere',
    'passenger.refuse',
    'passenger.takenBy120',
    'quarantineEpisode.alertSymptom',
    'quarantineEpisode.reportHealth',
    'quarantineEpisode.swab',
    'quarantineEpisode.takenBy120',
    'room.sample',
    'transfer.arrive',
    'transfer.arriveAlone',
    'transfer.board',
    'transfer.reachPickup',
    'transfer.setOut',
    'traveller.arrive',
    'traveller.leaveCounty',
    'traveller.recordCall',
  ]);
});

test('when a word has one meaning, no other machine uses it', () => {
  const named = lifecycles.flatMap((machine) =>
    Object.keys(machine.actions).map((action) => [action, machine.name] as const),
  );
  expect(named.filter(([action]) => action === 'release')).toEqual([['release', 'quarantineEpisode']]);
  expect(named.filter(([action]) => action === 'checkIn')).toEqual([]);
  const taking = ['accept', 'claim', 'assign', 'giveBack'];
  const quarantine = quarantineLifecycles.flatMap((machine) => Object.keys(machine.actions));
  expect(quarantine.filter((action) => taking.includes(action))).toEqual([]);
});

test('when a limit stands in the handbook, the timer has it', () => {
  const limits = quarantineLifecycles.flatMap((machine) =>
    Object.entries(machine.actions).flatMap(([name, { limit }]) =>
      limit ? `${machine.name}.${name} ${limit.minutes} ${limit.fires}` : [],
    ),
  );
  expect(limits.sort()).toEqual([
    'areaChange.apply 10080 makeFinal',
    'doorSensor.comeOnline 30 goOffline',
    'healthCodeRequest.recordRefused 10080 closeRefused',
    'healthCodeRequest.send 120 noAnswer',
    'healthTracker.miss 240 lateOverdue',
    'householdVisit.endUnvisited 1440 closeOverdue',
    'householdVisit.handUp 1440 closeOverdue',
    'personMerge.apply 1440 makeFinal',
    'quarantineEpisode.alertSymptom 30 doctorOverdue',
    'quarantineEpisode.discharge 480 moveOverdue',
    'quarantineEpisode.markAbsent 30 searchDue',
    'quarantineEpisode.move 480 moveOverdue',
    'quarantineEpisode.proposeBreach 240 breachOverdue',
    'quarantineEpisode.upholdBreach 480 moveOverdue',
    'room.keepLonger 120 unreserve',
    'room.reserve 120 unreserve',
    'transfer.breakDown 20 replacementOverdue',
    'transfer.redirect 15 redirectOverdue',
    'traveller.addInfo 120 acknowledgeOverdue',
    'traveller.askInfo 120 infoOverdue',
    'traveller.foundElsewhere 720 takeBack',
    'traveller.handOut 720 takeBack',
    'traveller.passThrough 720 transitOverdue',
    'traveller.search 1440 searchOverdue',
    'traveller.triage 120 acknowledgeOverdue',
  ]);
});

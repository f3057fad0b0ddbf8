import { quarantineLifecycles } from './all';
import { arrowsIn, arrowsOf, type Handbook, statesOf } from './handbook-arrows.fixture';

const samePhase = 'HOME_ACTIVE / CENTRAL_ACTIVE / MONITORING';

/** Every arrow as the handbook has it, row by row, written a second time and not derived from the tables. */
const handbook: Readonly<Record<string, Handbook>> = {
  returneeReport: {
    initial: 'DRAFT / SUBMITTED',
    terminal: 'CLOSED / WITHDRAWN',
    arrows: ['DRAFT → SUBMITTED → CLOSED / WITHDRAWN'],
  },
  traveller: {
    initial: 'REGISTERED',
    terminal: 'CLOSED / DUPLICATE / CANCELLED / LEFT_COUNTY / HANDED_OUT',
    arrows: [
      'REGISTERED → TRIAGED',
      'REGISTERED / TRIAGED → DUPLICATE',
      'TRIAGED → NEED_INFO → TRIAGED',
      'NEED_INFO → SEARCH',
      'TRIAGED → ACKNOWLEDGED',
      'TRIAGED / ACKNOWLEDGED → ADVISED_DEFER',
      'ADVISED_DEFER → EN_ROUTE / REPLANNED / CANCELLED / NO_SHOW',
      'ACKNOWLEDGED → EN_ROUTE',
      'TRIAGED / ACKNOWLEDGED / EN_ROUTE → REPLANNED → TRIAGED',
      'TRIAGED / NEED_INFO / ACKNOWLEDGED / ADVISED_DEFER / EN_ROUTE / NO_SHOW / SEARCH → ARRIVED',
      'TRIAGED / ACKNOWLEDGED / EN_ROUTE → NO_SHOW',
      'NO_SHOW → REPLANNED / HANDING_OUT / SEARCH / CANCELLED',
      'SEARCH → HANDING_OUT / CANCELLED',
      'TRIAGED / ACKNOWLEDGED / ARRIVED → TRANSIT_ONLY',
      'TRANSIT_ONLY → LEFT_COUNTY / ARRIVED',
      'ARRIVED → IN_CHAIN',
      'IN_CHAIN / NO_SHOW / SEARCH → HANDING_OUT → HANDED_OUT',
      'HANDING_OUT → IN_CHAIN / SEARCH',
      'IN_CHAIN → CLOSED',
      'TRIAGED / NEED_INFO / ACKNOWLEDGED / EN_ROUTE → CANCELLED',
    ],
  },
  chainLink: {
    initial: 'WAITING / NOT_NEEDED',
    terminal: 'DONE / NOT_NEEDED / HANDED_OUT',
    arrows: ['WAITING → STARTED → DONE', 'WAITING / STARTED → NOT_NEEDED / HANDED_OUT', 'STARTED → FAILED → STARTED'],
  },
  healthTracker: {
    initial: 'ACTIVE',
    terminal: 'COMPLETED / CONVERTED / HANDED_OUT',
    arrows: ['ACTIVE → LATE → ACTIVE', 'ACTIVE / LATE → COMPLETED / CONVERTED / HANDED_OUT'],
  },
  quarantineEpisode: {
    initial: 'PENDING',
    terminal:
      'RELEASED / ELAPSED / CONVERTED / REVOKED / POSITIVE_TRANSFER / HANDED_OUT / DECEASED / TERMINATED_POLICY',
    arrows: [
      'PENDING → ASSESSED',
      'ASSESSED → HOME_ACTIVE',
      'ASSESSED → CENTRAL_ACTIVE',
      'PENDING / ASSESSED → ELAPSED',
      `${samePhase} → SYMPTOM_ALERT`,
      `SYMPTOM_ALERT → ${samePhase} / MEDICAL_LEAVE / POSITIVE_TRANSFER`,
      `${samePhase} → MEDICAL_LEAVE`,
      `MEDICAL_LEAVE → ${samePhase} / ADMITTED`,
      'ADMITTED → MOVED / RELEASED / RELEASE_BLOCKED / POSITIVE_TRANSFER / DECEASED',
      'HOME_ACTIVE / CENTRAL_ACTIVE → MOVED → CENTRAL_ACTIVE / HOME_ACTIVE',
      `${samePhase} → BREACH_REVIEW`,
      `BREACH_REVIEW → ${samePhase} / MOVED`,
      `${samePhase} → ABSENT`,
      `ABSENT → ${samePhase} / MEDICAL_LEAVE / BREACH_REVIEW / HANDING_OUT / DECEASED`,
      'open → CONVERTED',
      'open → REVOKED',
      'open → POSITIVE_TRANSFER',
      'HOME_ACTIVE / CENTRAL_ACTIVE → MONITORING',
      `${samePhase} → RELEASED`,
      `${samePhase} → RELEASE_BLOCKED`,
      'RELEASE_BLOCKED → RELEASED / MONITORING / MOVED / SYMPTOM_ALERT / CONVERTED / POSITIVE_TRANSFER',
      // ours: 7 + 5 at home, of which a result came late, go on without a move
      'RELEASE_BLOCKED → HOME_ACTIVE / CENTRAL_ACTIVE',
      // ours: on into the next phase of the same kind; a part of the same stay
      'HOME_ACTIVE / CENTRAL_ACTIVE → HOME_ACTIVE / CENTRAL_ACTIVE',
      'open → HANDING_OUT → HANDED_OUT',
      `HANDING_OUT → ${samePhase} / ABSENT`,
      'open → DECEASED',
      'open → TERMINATED_POLICY',
    ],
  },
  deliveryPlan: {
    initial: 'ACTIVE',
    terminal: 'CLOSED',
    arrows: [
      'ACTIVE → DUE_SOON → ACTIVE',
      'DUE_SOON → NOT_ENSURED → ACTIVE',
      'ACTIVE / DUE_SOON / NOT_ENSURED → CLOSED',
    ],
  },
  doorSensor: {
    initial: 'IN_STOCK',
    terminal: 'RETIRED',
    arrows: [
      'IN_STOCK → INSTALLED → BOUND → ONLINE → OFFLINE → ONLINE',
      'INSTALLED → TEST_FAILED → IN_STOCK / RETIRED',
      'ONLINE / OFFLINE → REMOVED → DISINFECTED → IN_STOCK / RETIRED',
      'BOUND → REMOVED',
      'ONLINE / OFFLINE → LOST → RETIRED',
    ],
  },
  sensorAlert: {
    initial: 'OPEN',
    terminal: 'CLOSED',
    arrows: ['OPEN → CALLED → ON_SITE → CLOSED', 'OPEN / CALLED → CLOSED', 'OPEN → GROUPED → CLOSED'],
  },
  transfer: {
    initial: 'REQUESTED',
    terminal: 'CLOSED / CANCELLED',
    arrows: [
      'REQUESTED → APPROVED',
      'REQUESTED / APPROVED / EN_ROUTE → REDIRECTED → APPROVED / EN_ROUTE',
      'APPROVED → DISPATCHED',
      'DISPATCHED → AT_PICKUP → BOARDED → EN_ROUTE → AT_DEST',
      'AT_DEST → HANDED_OVER → DISINFECTED → CLOSED',
      'APPROVED → EN_ROUTE',
      'AT_DEST → CLOSED',
      'DISPATCHED / AT_PICKUP / BOARDED / EN_ROUTE → BREAKDOWN → DISPATCHED',
      'REQUESTED / APPROVED / DISPATCHED / AT_PICKUP → CANCELLED',
    ],
  },
  passenger: {
    initial: 'LISTED',
    terminal: 'TAKEN_OVER / NOT_THERE / REFUSED / DROPPED_OUT / TO_120',
    arrows: ['LISTED → BOARDED → TAKEN_OVER', 'LISTED → NOT_THERE / REFUSED / DROPPED_OUT', 'BOARDED → TO_120'],
  },
  healthCodeRequest: {
    initial: 'DRAFT',
    terminal: 'CONFIRMED / REFUSED_FINAL / WITHDRAWN',
    arrows: [
      'DRAFT → COMMUNITY_OK → TOWNSHIP_OK → COUNTY_OK → SENT → CONFIRMED / REFUSED',
      'SENT → NO_ANSWER → SENT',
      'REFUSED → APPEALED → CONFIRMED / REFUSED_FINAL',
      'REFUSED → REFUSED_FINAL',
      'DRAFT / COMMUNITY_OK / TOWNSHIP_OK / COUNTY_OK → WITHDRAWN',
    ],
  },
  room: {
    initial: 'CLEAN',
    terminal: 'RETIRED',
    arrows: [
      'CLEAN → RESERVED → OCCUPIED → SAMPLED → CLEANING → CLEAN',
      'RESERVED → CLEAN',
      'OCCUPIED → CLEANING',
      // ours: kept for two hours more; sampled again where a result counts for nothing
      'RESERVED → RESERVED',
      'SAMPLED → SAMPLED',
      'CLEAN / CLEANING → OUT_OF_USE → CLEANING / RETIRED',
    ],
  },
  // ours: the handbook has the rule about free rooms (1, C14) and no machine
  quarantineSite: { initial: 'OPEN', terminal: 'CLOSED', arrows: ['OPEN → LOW → OPEN', 'OPEN / LOW → CLOSED'] },
  screeningCampaign: {
    initial: 'PLANNED',
    terminal: 'CLOSED / CANCELLED',
    arrows: [
      'PLANNED → PUBLISHED → RUNNING → CHECKING → CLOSED',
      'CHECKING → RUNNING',
      'PLANNED / PUBLISHED / RUNNING → CANCELLED',
    ],
  },
  householdVisit: {
    initial: 'NOT_VISITED',
    terminal: 'DONE_CLEAR / DONE_RETURNEE / VACANT / CLOSED_WITH_REASON',
    arrows: [
      'NOT_VISITED → AT_DOOR → DONE_CLEAR / DONE_RETURNEE / NO_ANSWER / REFUSED / LOOKS_VACANT',
      'NO_ANSWER → AT_DOOR / PHONE_DONE / HANDED_UP',
      'REFUSED → AT_DOOR / HANDED_UP',
      'LOOKS_VACANT → VACANT / HANDED_UP',
      'PHONE_DONE → DONE_CLEAR / DONE_RETURNEE',
      'HANDED_UP → DONE_CLEAR / DONE_RETURNEE / VACANT / CLOSED_WITH_REASON',
      'NOT_VISITED → HANDED_UP',
      // ours: somebody is sent once more, or had been there without a network
      'HANDED_UP → AT_DOOR',
    ],
  },
  // the handbook names the callback, not its states
  screeningCallback: {
    initial: 'TO_CALL',
    terminal: 'SAME_ANSWER / DIFFERS / NOT_REACHED',
    arrows: ['TO_CALL → SAME_ANSWER / DIFFERS / NOT_REACHED'],
  },
  refusal: {
    initial: 'RECORDED',
    terminal: 'AGREED / SERVED / MOOT',
    arrows: [
      'RECORDED → VISITED → LIAISON → ESCALATED',
      'VISITED / LIAISON / ESCALATED → AGREED / SERVED',
      'RECORDED / VISITED / LIAISON / ESCALATED → MOOT',
    ],
  },
  investigation: {
    initial: 'OPEN',
    terminal: 'CLOSED / EXCLUDED',
    arrows: [
      'OPEN → INTERVIEWED → CONTACTS_LISTED → REVIEWED → CLOSED',
      'REVIEWED → INTERVIEWED',
      'OPEN → UNREACHABLE → INTERVIEWED / CLOSED',
      'OPEN → EXCLUDED',
      // mended: a laboratory corrects itself when contacts are listed already
      'UNREACHABLE / INTERVIEWED / CONTACTS_LISTED / REVIEWED → EXCLUDED',
    ],
  },
  householdEvent: {
    initial: 'OPENED',
    terminal: 'CLOSED',
    arrows: ['OPENED → SECURED → RECONCILED → CLOSED'],
  },
  welfareTask: {
    initial: 'OPEN',
    terminal: 'CLOSED',
    arrows: ['OPEN → GUARDIAN_NAMED → SETTLED → CLOSED'],
  },
  policyChange: {
    initial: 'DRAFT',
    terminal: 'APPLIED / CANCELLED',
    arrows: ['DRAFT → PREVIEWED → APPROVED → APPLIED', 'DRAFT / PREVIEWED → CANCELLED'],
  },
  personMerge: {
    initial: 'PROPOSED',
    terminal: 'FINAL / UNDONE / REJECTED',
    arrows: ['PROPOSED → PREVIEWED → APPLIED → FINAL', 'APPLIED → UNDONE', 'PROPOSED / PREVIEWED → REJECTED'],
  },
  areaChange: {
    initial: 'DRAFT',
    terminal: 'FINAL / REVERTED / CANCELLED',
    arrows: [
      'DRAFT → PREVIEWED → SCHEDULED → APPLIED → FINAL',
      'APPLIED → REVERTED',
      'DRAFT / PREVIEWED / SCHEDULED → CANCELLED',
    ],
  },
};

test('when a machine is in the list, its arrows are written down here, and the reverse', () => {
  expect(quarantineLifecycles.map(({ name }) => name).sort()).toEqual(Object.keys(handbook).sort());
});

describe.each(quarantineLifecycles.map((machine) => [machine.name, machine] as const))('%s', (name, machine) => {
  const written: Handbook = handbook[name] ?? { initial: '', terminal: '', arrows: [] };
  const words = (list: string) => list.split(' / ').sort();

  test('when the table is walked, it has every arrow of the handbook and no other', () => {
    expect(arrowsIn(machine)).toEqual(arrowsOf(written));
  });

  test('when its states are listed, they are those of the handbook, with the same beginnings and ends', () => {
    expect([...machine.states].sort()).toEqual(statesOf(written));
    expect([...machine.initial].sort()).toEqual(words(written.initial));
    expect([...machine.terminal].sort()).toEqual(words(written.terminal));
  });
});

describe('when arrows are read in the notation of the handbook', () => {
  const small: Handbook = { initial: 'A', terminal: 'C', arrows: ['A → B → A', 'open → C'] };

  test('chains, alternatives and "open" are single arrows', () => {
    expect(arrowsOf(small)).toEqual(['A → B', 'A → C', 'B → A', 'B → C']);
    expect(statesOf(small)).toEqual(['A', 'B', 'C']);
  });
});

import type { Handbook } from './handbook-arrows.fixture';

/** Every arrow of what is done around them, as the handbook has it, row by row and not derived from the tables. */
export const handbookOfWork: Readonly<Record<string, Handbook>> = {
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
      // 2.3: medical leave never waits for an approval, and a trip by 120 is a record of what has happened
      'REQUESTED → DISPATCHED',
      'REQUESTED → EN_ROUTE → CLOSED',
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
  vehicle: {
    initial: 'IN_SERVICE',
    terminal: 'RETIRED',
    arrows: ['IN_SERVICE → OUT_OF_SERVICE → IN_SERVICE', 'OUT_OF_SERVICE → RETIRED'],
  },
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

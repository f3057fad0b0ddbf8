import type { Handbook } from './handbook-arrows.fixture';

const samePhase = 'HOME_ACTIVE / CENTRAL_ACTIVE / MONITORING';

/** Every arrow of those who come and stay, as the handbook has it, row by row and not derived from the tables. */
export const handbookOfPeople: Readonly<Record<string, Handbook>> = {
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
      // 2.4: NOT_THERE goes to SEARCH, wherever the person stands by then
      'TRIAGED / ACKNOWLEDGED / ADVISED_DEFER / EN_ROUTE / NO_SHOW / IN_CHAIN → SEARCH',
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
    terminal: 'COMPLETED / CONVERTED / HANDED_OUT / DECEASED',
    arrows: [
      'ACTIVE → LATE → ACTIVE',
      'ACTIVE / LATE → COMPLETED / CONVERTED / HANDED_OUT',
      // ours: who is followed may die as well as who is in quarantine
      'open → DECEASED',
    ],
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
};

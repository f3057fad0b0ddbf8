import { type Allowed, lifecycle } from '../lifecycle';
import { gridLeader, outbox, timer } from './actors';

/** Visits without an answer, at most, before a home is phoned or handed up (handbook 2.8). */
export const visitTries = 3;

/** Whoever the building was given to, and the leader of the grid, who may do all that is done at its doors (handbook 3). */
const atDoor: readonly Allowed[] = [{ role: 'SCREENER', relation: 'assignee' }, ...gridLeader];

/** The product does the same when a person has said that a late fact counts. */
const atDoorOrLate: readonly Allowed[] = [...atDoor, ...outbox];

/** One home of a screening; one found on no list is begun by the screener who found it (handbook 2.8). */
export const householdVisitLifecycle = lifecycle({
  name: 'householdVisit',
  resource: 'household-visits',
  states: [
    'NOT_VISITED',
    'AT_DOOR',
    'NO_ANSWER',
    'PHONE_DONE',
    'REFUSED',
    'LOOKS_VACANT',
    'HANDED_UP',
    'DONE_CLEAR',
    'DONE_RETURNEE',
    'VACANT',
    'CLOSED_WITH_REASON',
  ],
  initial: ['NOT_VISITED'],
  terminal: ['DONE_CLEAR', 'DONE_RETURNEE', 'VACANT', 'CLOSED_WITH_REASON'],
  held: [],
  actions: {
    sendScreener: {
      from: ['NOT_VISITED', 'AT_DOOR', 'NO_ANSWER', 'PHONE_DONE', 'REFUSED', 'LOOKS_VACANT', 'HANDED_UP'],
      to: 'SAME',
      by: gridLeader,
      doc: 'The building is given to a screener; what another has seen there still counts.',
    },
    reachDoor: {
      // of a door handed up: somebody is sent once more, or a phone without a network had been there before
      from: ['NOT_VISITED', 'NO_ANSWER', 'REFUSED', 'HANDED_UP'],
      to: 'AT_DOOR',
      by: atDoorOrLate,
      fact: true,
      doc: 'Knocked, a metre back; the screener stays outside.',
    },
    foundClear: {
      from: ['AT_DOOR', 'PHONE_DONE', 'HANDED_UP'],
      to: 'DONE_CLEAR',
      by: atDoorOrLate,
      fact: true,
      doc: 'All questions are answered, nobody has come from elsewhere.',
    },
    foundReturnee: {
      from: ['AT_DOOR', 'PHONE_DONE', 'HANDED_UP'],
      to: 'DONE_RETURNEE',
      by: atDoorOrLate,
      fact: true,
      doc: 'Somebody has come: the report exists before the screener leaves the question.',
    },
    noAnswer: { from: ['AT_DOOR'], to: 'NO_ANSWER', by: atDoor, fact: true, doc: 'Nobody opens; counted to three.' },
    refuse: {
      from: ['AT_DOOR'],
      to: 'REFUSED',
      by: atDoor,
      fact: true,
      doc: 'Does not want to answer; never a breach.',
    },
    looksVacant: {
      from: ['AT_DOOR'],
      to: 'LOOKS_VACANT',
      by: atDoor,
      fact: true,
      doc: 'It looks as if nobody lives here.',
    },
    phone: { from: ['NO_ANSWER'], to: 'PHONE_DONE', by: atDoor, fact: true, doc: 'Reached by phone.' },
    confirmVacant: {
      from: ['LOOKS_VACANT'],
      to: 'VACANT',
      by: atDoor,
      doc: 'Neighbour and meter say the same.',
    },
    handUp: {
      from: ['NO_ANSWER', 'REFUSED', 'LOOKS_VACANT'],
      to: 'HANDED_UP',
      by: atDoor,
      needs: ['reason'],
      limit: { minutes: 1440, fires: 'closeOverdue' },
      doc: 'The grid leader goes on; of a refused door a refusal begins.',
    },
    endUnvisited: {
      from: ['NOT_VISITED'],
      to: 'HANDED_UP',
      by: outbox,
      limit: { minutes: 1440, fires: 'closeOverdue' },
      doc: 'The screening is over and nobody was at this door.',
    },
    closeOverdue: { from: ['HANDED_UP'], to: 'SAME', by: timer, doc: 'A day without a result: the township hears.' },
    close: {
      from: ['HANDED_UP'],
      // somebody who has come is told by `foundReturnee`, with the report
      to: ['DONE_CLEAR', 'VACANT', 'CLOSED_WITH_REASON'],
      by: gridLeader,
      needs: ['reason'],
      doc: 'The grid leader knows the result, or names why there is none.',
    },
  },
});

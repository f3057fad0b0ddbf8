import { lifecycle } from '../lifecycle';
import { checkpoint, grid, gridLeader, outbox, police, policy, timer, township, travellerOrHost } from './actors';
import { allBut } from './all-but';

const states = [
  'REGISTERED',
  'TRIAGED',
  'DUPLICATE',
  'NEED_INFO',
  'ACKNOWLEDGED',
  'ADVISED_DEFER',
  'EN_ROUTE',
  'REPLANNED',
  'NO_SHOW',
  'SEARCH',
  'ARRIVED',
  'TRANSIT_ONLY',
  'LEFT_COUNTY',
  'IN_CHAIN',
  'HANDING_OUT',
  'HANDED_OUT',
  'CANCELLED',
  'CLOSED',
] as const;
const terminal = ['CLOSED', 'DUPLICATE', 'CANCELLED', 'LEFT_COUNTY', 'HANDED_OUT'] as const;

/** Minutes that run from the plan of the trip or from its arrival, not from an action (handbook 2.2). */
export const travellerMinutes = {
  /** To acknowledge somebody who arrives in less than `soon`. */
  acknowledgeSoon: 30,
  soon: 12 * 60,
  /** After the planned arrival. */
  noShow: 24 * 60,
  /** In which three calls without an answer make a search. */
  threeCalls: 6 * 60,
} as const;

/** One person who comes to the county, from the first word to the last link of the chain (handbook 2.2). */
export const travellerLifecycle = lifecycle({
  name: 'traveller',
  resource: 'travellers',
  states,
  initial: ['REGISTERED'],
  terminal,
  held: [],
  actions: {
    triage: {
      from: ['REGISTERED', 'REPLANNED'],
      to: 'TRIAGED',
      by: policy,
      limit: { minutes: 120, fires: 'acknowledgeOverdue' },
      doc: 'The category by the worst place in the window, at once; half an hour to acknowledge who arrives within 12 h.',
    },
    retriage: {
      from: allBut(states, terminal),
      to: 'SAME',
      by: policy,
      doc: 'The policy or the list of areas changed: category and links once more, old and new reason kept (5.7).',
    },
    markDuplicate: {
      from: ['REGISTERED', 'TRIAGED'],
      to: 'DUPLICATE',
      by: [...policy, ...grid],
      doc: 'The same person in an overlapping window: linked to the first, which takes over what is new.',
    },
    standFor: {
      from: allBut(states, terminal),
      to: 'SAME',
      by: outbox,
      doc: 'Named as the first of somebody: whoever wanted to make a duplicate of it in the same moment decides anew.',
    },
    askInfo: {
      from: ['TRIAGED'],
      to: 'NEED_INFO',
      by: grid,
      needs: ['reason'],
      limit: { minutes: 120, fires: 'infoOverdue' },
      doc: 'Something is missing: somebody phones within two hours.',
    },
    infoOverdue: { from: ['NEED_INFO'], to: 'SAME', by: timer, doc: 'Two hours without an answer: the leader hears.' },
    recordCall: {
      from: ['NEED_INFO', 'SEARCH'],
      to: 'SAME',
      by: grid,
      fact: true,
      doc: 'Phoned: answered, or not.',
    },
    addInfo: {
      from: ['NEED_INFO'],
      to: 'TRIAGED',
      by: grid,
      limit: { minutes: 120, fires: 'acknowledgeOverdue' },
      doc: 'What was missing is there; the category is judged with it.',
    },
    acknowledge: {
      from: ['TRIAGED'],
      to: 'ACKNOWLEDGED',
      by: [...grid, ...township],
      doc: 'The destination knows and expects the person.',
    },
    acknowledgeOverdue: {
      from: ['TRIAGED'],
      to: 'SAME',
      by: timer,
      doc: 'Nobody has acknowledged: the grid leader hears, then the township.',
    },
    adviseDefer: {
      from: ['TRIAGED', 'ACKNOWLEDGED'],
      to: 'ADVISED_DEFER',
      by: township,
      needs: ['reason'],
      doc: 'Advice to come later, with its reason; not a block.',
    },
    setOut: {
      from: ['ACKNOWLEDGED', 'ADVISED_DEFER'],
      to: 'EN_ROUTE',
      by: travellerOrHost,
      doc: 'On the way.',
    },
    replan: {
      from: ['TRIAGED', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE', 'NO_SHOW'],
      to: 'REPLANNED',
      by: travellerOrHost,
      doc: 'Other dates or another route; judged again.',
    },
    comeOwnWay: {
      from: ['TRIAGED', 'NEED_INFO', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE'],
      to: 'SAME',
      by: travellerOrHost,
      doc: 'Wants to come in the own car or be fetched by family, where the rule allows it: the township approves that trip.',
    },
    letFetch: {
      from: ['TRIAGED', 'NEED_INFO', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE'],
      to: 'SAME',
      by: travellerOrHost,
      doc: 'Taken back while no trip is planned: fetched from door to door after all.',
    },
    cancel: {
      from: ['TRIAGED', 'NEED_INFO', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE'],
      to: 'CANCELLED',
      by: [...travellerOrHost, ...outbox],
      needs: ['reason'],
      doc: 'The trip is given up, or its report withdrawn.',
    },
    arrive: {
      from: ['TRIAGED', 'NEED_INFO', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE', 'NO_SHOW', 'SEARCH'],
      to: 'ARRIVED',
      by: [...travellerOrHost, ...checkpoint, ...outbox],
      fact: true,
      doc: 'Here: said by the person or the host, seen at a post, or matched by person from a passage.',
    },
    noShow: {
      from: ['TRIAGED', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE'],
      to: 'NO_SHOW',
      by: timer,
      doc: 'A day after the planned arrival and not here.',
    },
    proveNotComing: {
      from: ['NO_SHOW'],
      to: 'CANCELLED',
      by: grid,
      needs: ['reason'],
      doc: 'Proved that the person does not come.',
    },
    search: {
      from: ['NEED_INFO', 'NO_SHOW'],
      to: 'SEARCH',
      by: grid,
      needs: ['reason'],
      limit: { minutes: 1440, fires: 'searchOverdue' },
      doc: 'Not to be reached by three calls in six hours, or not arrived: looked for, with the police within a day.',
    },
    missAtPickup: {
      from: ['TRIAGED', 'NEED_INFO', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE', 'NO_SHOW', 'IN_CHAIN'],
      to: 'SEARCH',
      by: outbox,
      limit: { minutes: 1440, fires: 'searchOverdue' },
      doc: 'Not there to be fetched, and in no quarantine yet from which to be absent: looked for (2.4).',
    },
    searchOverdue: { from: ['SEARCH'], to: 'SAME', by: timer, doc: 'A day of searching: the township hears.' },
    foundElsewhere: {
      from: ['SEARCH'],
      to: 'HANDING_OUT',
      by: [...gridLeader, ...police],
      needs: ['reason'],
      limit: { minutes: 720, fires: 'takeBack' },
      doc: 'Proved to be in another county, which is asked to take over.',
    },
    endSearch: {
      from: ['SEARCH'],
      to: 'CANCELLED',
      by: [...gridLeader, ...police],
      needs: ['reason'],
      doc: 'Proved never to have left.',
    },
    passThrough: {
      from: ['TRIAGED', 'ACKNOWLEDGED', 'ARRIVED'],
      to: 'TRANSIT_ONLY',
      by: checkpoint,
      limit: { minutes: 720, fires: 'transitOverdue' },
      doc: 'Only passing through, without a stop.',
    },
    leaveCounty: {
      from: ['TRANSIT_ONLY'],
      to: 'LEFT_COUNTY',
      by: [...checkpoint, ...outbox],
      fact: true,
      doc: 'Seen leaving at an exit.',
    },
    transitOverdue: {
      from: ['TRANSIT_ONLY'],
      to: 'ARRIVED',
      by: timer,
      doc: 'Twelve hours without an exit: counts as arrived.',
    },
    beginChain: {
      from: ['ARRIVED'],
      to: 'IN_CHAIN',
      by: outbox,
      doc: 'At once: whatever was missed before goes on as a link of the chain.',
    },
    handOut: {
      from: ['IN_CHAIN', 'NO_SHOW', 'SEARCH'],
      to: 'HANDING_OUT',
      by: township,
      needs: ['reason'],
      limit: { minutes: 720, fires: 'takeBack' },
      doc: 'Another county is asked, by name, to take over.',
    },
    confirmHandOut: {
      from: ['HANDING_OUT'],
      to: 'HANDED_OUT',
      by: township,
      doc: 'Somebody of the other county, named, has taken over.',
    },
    takeBack: {
      from: ['HANDING_OUT'],
      to: ['IN_CHAIN', 'SEARCH'],
      by: [...township, ...timer],
      doc: 'Refused, or twelve hours of silence: back into the chain of whoever is here, otherwise looked for.',
    },
    close: { from: ['IN_CHAIN'], to: 'CLOSED', by: outbox, doc: 'All links have come to an end.' },
  },
});

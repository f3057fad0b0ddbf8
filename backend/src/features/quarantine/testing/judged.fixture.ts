import type { Judgement, TravellerFacts } from '../candidates.rules';
import { triage, type Verdict } from '../triage.rules';
import { at, wallTime } from './shanghai';
import { aLine, judgement, noFacts, places } from './traveller.fixture';

const now = at('2022-05-20 10:00');
const list = [
  aLine(places.street, 'HIGH', '2022-05-01'),
  aLine(places.quiet.slice(0, 2), 'CASES', '2022-05-10'),
  aLine(places.otherCounty, 'MEDIUM', '2022-05-01'),
];
/** When somebody of these tests left where they were, three days before they are judged. */
export const left = '2022-05-17 08:00';

/** What triage says of these facts, with the list of these tests and on their day unless a test says otherwise. */
export const judge = (facts: Partial<TravellerFacts>, change: Partial<Judgement> = {}, when = now) =>
  triage({ ...noFacts, ...facts }, judgement({ riskList: list, ...change }), when);
/** What decides, counted from when, with which code, and whether it is over. */
export const decided = ({ decidedBy, code }: Verdict) =>
  decidedBy && [decidedBy.category, wallTime(decidedBy.anchor), code, decidedBy.isElapsed];
/** The links that have to be gone through. */
export const waiting = ({ links }: Verdict) =>
  Object.entries(links).flatMap(([link, state]) => (state === 'WAITING' ? link : []));

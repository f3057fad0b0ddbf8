import { addHours } from '@grid-relief/shared-types/primitives/instants';
import type { Judgement, TravellerFacts } from '../candidates.rules';
import { worstFirst } from '../candidates.rules';
import { covers } from '../stays.rules';
import type { Verdict } from '../triage.rules';
import type { Fault } from './laws';
import * as laws from './triage-laws';

type Plant = Fault<laws.TriageRules>['plant'];
type Given = readonly [facts: TravellerFacts, judgement: Judgement, now: Date];

const givenFault =
  (change: (...given: Given) => Given): Plant =>
  ({ triage }) => ({ triage: (...given) => triage(...change(...given)) });
const verdictFault =
  (change: (verdict: Verdict) => Verdict): Plant =>
  ({ triage }) => ({ triage: (...given) => change(triage(...given)) });
const withPolicy = (judgement: Judgement, change: Partial<Judgement['policy']>): Judgement => ({
  ...judgement,
  policy: { ...judgement.policy, ...change },
});
const windowFault = (days: number): Plant =>
  givenFault((facts, judgement, now) => {
    const rules = judgement.policy.rules.map((rule) => ({ ...rule, lookBackDays: rule.lookBackDays + days }));
    return [facts, withPolicy(judgement, { rules }), now];
  });
const shift = (instant: Date | undefined, hours: number) => instant && addHours(instant, hours);

const faults: Readonly<Record<string, readonly [Fault<laws.TriageRules>['foundBy'], Plant]>> = {
  'a window of a day less': [laws.asWalked, windowFault(-1)],
  'a window of a day more': [laws.longAgo, windowFault(1)],
  'a window of UTC days': [
    laws.asWalked,
    ({ triage }) => ({
      triage: (facts, judgement, now) => {
        const early = (instant: Date | undefined) => shift(instant, -8);
        const utc: TravellerFacts = {
          ...facts,
          stays: facts.stays.map((stay) => ({ ...stay, from: addHours(stay.from, -8), to: early(stay.to) })),
          contacts: facts.contacts.map((one) => ({ ...one, lastExposureAt: addHours(one.lastExposureAt, -8) })),
          ...{
            enteredAt: early(facts.enteredAt),
            dischargedAt: early(facts.dischargedAt),
            arrivedAt: early(facts.arrivedAt),
          },
        };
        const riskList = judgement.riskList.map((line) => ({
          ...line,
          ...{
            validFrom: addHours(line.validFrom, -8),
            validTo: early(line.validTo),
            firstCaseAt: early(line.firstCaseAt),
          },
        }));
        const verdict = triage(utc, { ...judgement, riskList }, addHours(now, -8));
        const { decidedBy } = verdict;
        return decidedBy ? { ...verdict, decidedBy: { ...decidedBy, anchor: addHours(decidedBy.anchor, 8) } } : verdict;
      },
    }),
  ],
  'the last place instead of the worst': [
    laws.oneMore,
    givenFault((facts, judgement, now) => {
      const end = ({ to }: TravellerFacts['stays'][number]) => (to ?? now).getTime();
      const last = [...facts.stays].sort((a, b) => end(b) - end(a)).slice(0, 1);
      return [{ ...facts, stays: last }, judgement, now];
    }),
  ],
  'the first place that was told': [
    laws.noOrder,
    givenFault((facts, judgement, now) => [{ ...facts, stays: facts.stays.slice(0, 1) }, judgement, now]),
  ],
  'counted from arriving in the area': [
    laws.asWalked,
    verdictFault((verdict) => {
      const { decidedBy } = verdict;
      if (decidedBy?.from.what !== 'STAY' || decidedBy.rule.countFrom !== 'LEFT_AREA') return verdict;
      return { ...verdict, decidedBy: { ...decidedBy, anchor: decidedBy.from.stay.from } };
    }),
  ],
  'a new level that is not tracked back': [
    laws.asWalked,
    givenFault((facts, judgement, now) => {
      const { backTrackingDays: _none, ...parameters } = judgement.policy.parameters;
      return [facts, withPolicy(judgement, { parameters }), now];
    }),
  ],
  'a level that never ends': [
    laws.asWalked,
    givenFault((facts, judgement, now) => {
      const riskList = judgement.riskList.map(({ validTo: _never, ...line }) => line);
      return [facts, { ...judgement, riskList }, now];
    }),
  ],
  'the rest of the county forgotten': [
    laws.asWalked,
    givenFault((facts, judgement, now) => {
      const riskList = judgement.riskList.filter((line) => facts.stays.some(({ place }) => covers(line.place, place)));
      return [facts, { ...judgement, riskList }, now];
    }),
  ],
  'what is over hides what runs': [
    laws.asWalked,
    ({ triage }) => ({
      triage: (facts, judgement, now) => {
        const each = facts.stays.map((stay) => triage({ ...facts, stays: [stay] }, judgement, now));
        const rank = ({ decidedBy }: Verdict) =>
          decidedBy ? worstFirst.indexOf(decidedBy.category) : worstFirst.length;
        return each.sort((a, b) => rank(a) - rank(b))[0] ?? triage(facts, judgement, now);
      },
    }),
  ],
  'only the worst is kept in mind': [
    laws.nothingForgotten,
    verdictFault((verdict) => ({ ...verdict, outlasting: [] })),
  ],
};

/** Planted faults of triage, with the law that must find each. */
export const triageFaults: Readonly<Record<string, Fault<laws.TriageRules>>> = Object.fromEntries(
  Object.entries(faults).map(([name, [foundBy, plant]]) => [name, { foundBy, plant }]),
);

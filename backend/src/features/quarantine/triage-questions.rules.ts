import { addDays, dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { type Candidate, type Judgement, rowFor, type TravellerFacts, worstFirst } from './candidates.rules';
import { exposuresIfWithin } from './stays.rules';

/** What a person has to find out by phone; it never decides by itself. */
export type Question =
  /** The place is known too widely: part of it is a risk area. */
  | { readonly code: 'WHICH_STREET'; readonly stay: string; readonly area: string }
  /** The province has set a code for which nothing here gives a reason. */
  | { readonly code: 'CODE_UNEXPLAINED'; readonly healthCode: 'RED' | 'YELLOW' }
  /** The trip card has a star, and no stay in such a city was told. */
  | { readonly code: 'STAR_UNEXPLAINED' }
  /** The set leaves it to the place what is done. */
  | { readonly code: 'LOCAL_RULE'; readonly category: QuarantineCategory };

/** What to ask, where what was told does not fit together. Ours, for NEED_INFO of handbook 2.2. Pure. */
export function questionsAbout(
  facts: TravellerFacts,
  judgement: Judgement,
  candidates: readonly Candidate[],
  now: Date,
): Question[] {
  const [decidedBy] = candidates;
  const { healthCode, hasTripCodeStar } = facts;
  const isStarLooked = hasTripCodeStar && dayOf(now) <= judgement.policy.parameters.checks.tripCodeStarUntil;
  const isCodeOdd = (healthCode === 'RED' || healthCode === 'YELLOW') && (decidedBy?.rule.code ?? 'NONE') === 'NONE';
  return [
    ...streetsToAsk(facts, judgement, decidedBy, now),
    ...(isCodeOdd ? [{ code: 'CODE_UNEXPLAINED', healthCode } as const] : []),
    ...localRules(candidates),
    ...(isStarLooked && !isRiskPlace(decidedBy) ? [{ code: 'STAR_UNEXPLAINED' } as const] : []),
  ];
}

/** Also where something better decides: it would be forgotten otherwise. */
function localRules(candidates: readonly Candidate[]): Question[] {
  const [decidedBy] = candidates;
  const local = candidates.filter(({ rule, category }) => rule.isLocal && isWorse(category, decidedBy));
  return [...new Set(local.map(({ category }) => category))].map((category) => ({ code: 'LOCAL_RULE', category }));
}

function isWorse(category: QuarantineCategory, decidedBy: Candidate | undefined): boolean {
  if (!decidedBy || decidedBy.isElapsed || decidedBy.rule.isLocal) return true;
  return worstFirst.indexOf(category) < worstFirst.indexOf(decidedBy.category);
}

/** Only where the answer could make it worse. */
function streetsToAsk(
  facts: TravellerFacts,
  judgement: Judgement,
  decidedBy: Candidate | undefined,
  now: Date,
): Question[] {
  const { policy, riskList, home } = judgement;
  const today = dayOf(now);
  const reading = { home, backTrackingDays: policy.parameters.backTrackingDays, now };
  return facts.stays
    .flatMap((stay) => exposuresIfWithin(stay, riskList, reading))
    .filter(({ category, lastAt }) => {
      const rule = rowFor(policy, category, today);
      return rule && dayOf(lastAt) >= addDays(today, -rule.lookBackDays) && isWorse(category, decidedBy);
    })
    .map(({ stay, area }) => ({ code: 'WHICH_STREET', stay: stay.id, area: area.id }) as const)
    .sort((a, b) => (`${a.stay} ${a.area}` < `${b.stay} ${b.area}` ? -1 : 1));
}

function isRiskPlace(decidedBy: Candidate | undefined): boolean {
  if (decidedBy?.from.what !== 'STAY') return false;
  return worstFirst.indexOf(decidedBy.category) <= worstFirst.indexOf('CITY_WITH_CASES');
}

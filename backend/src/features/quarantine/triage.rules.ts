import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { TestKind } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import { type ChainLink, type CodeAsked, chainLinks } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { type Candidate, candidatesOf, type Judgement, type TravellerFacts, worstFirst } from './candidates.rules';
import { isStricterAtSomeTime, phaseEndsOf } from './phase-ends.rules';
import { type Question, questionsAbout } from './triage-questions.rules';
import { type Reason, reasonOf } from './triage-reason.rules';

export interface Verdict {
  /** Absent: nothing is asked for. */
  readonly decidedBy: Candidate | undefined;
  readonly reason: Reason;
  readonly code: CodeAsked;
  readonly landing: readonly TestKind[];
  /** Links of the chain; those not called for are NOT_NEEDED from the start (handbook 2.2). */
  readonly links: Readonly<Record<ChainLink, 'WAITING' | 'NOT_NEEDED'>>;
  /** Others that still ask for something when this one no longer does: to be looked at again at its end. */
  readonly outlasting: readonly Candidate[];
  /** What somebody has to ask before this can be relied on. */
  readonly questions: readonly Question[];
}

/**
 * The category of a traveller at an instant, by the worst place in the window, with everything that follows from it. Two
 * places of one level count from the day of leaving the later one. Pure (handbook 2.2, 5, 5.1).
 */
export function triage(facts: TravellerFacts, judgement: Judgement, now: Date): Verdict {
  const candidates = candidatesOf(facts, judgement, now).sort(byWeight);
  const [decidedBy, ...others] = candidates;
  const questions = questionsAbout(facts, judgement, candidates, now);
  return {
    ...{ decidedBy, reason: reasonOf(decidedBy), questions },
    code: decidedBy && !decidedBy.isElapsed ? decidedBy.rule.code : 'NONE',
    landing: landingOf(candidates, judgement, now),
    links: linksOf(candidates, questions),
    outlasting: decidedBy ? outlasting(decidedBy, others) : [],
  };
}

/** The more is asked for, the worse, the later; ids settle the rest, so that no order of telling matters. */
function byWeight(a: Candidate, b: Candidate): number {
  return (
    standingOf(a) - standingOf(b) ||
    worstFirst.indexOf(a.category) - worstFirst.indexOf(b.category) ||
    b.anchor.getTime() - a.anchor.getTime() ||
    b.lastAt.getTime() - a.lastAt.getTime() ||
    (idOf(a) < idOf(b) ? -1 : 1)
  );
}

/** Quarantine or tracker; what is over and leaves a landing test; a proof to look at; what is left to the place. */
function standingOf({ rule, isElapsed }: Candidate): number {
  if (isElapsed) return 1;
  if (rule.phases.length > 0 || rule.tracker) return 0;
  return rule.isLocal ? 3 : 2;
}

function idOf({ from }: Candidate): string {
  if (from.what === 'STAY') return `${from.stay.id} ${from.area?.id ?? ''}`;
  return from.what === 'CONTACT' ? from.contact.id : from.what;
}

/** The best of each other category, where it asks for a stricter place or a longer time than the one that decides. */
function outlasting(decidedBy: Candidate, others: readonly Candidate[]): Candidate[] {
  const asked = phaseEndsOf(decidedBy.anchor, decidedBy.rule.phases);
  const seen = new Set([decidedBy.category]);
  return others.filter((other) => {
    if (other.isElapsed || seen.has(other.category)) return false;
    seen.add(other.category);
    return isStricterAtSomeTime(phaseEndsOf(other.anchor, other.rule.phases), asked);
  });
}

/** What is over still asks for a landing test (handbook 9.1, rule 8), whatever decides. */
function landingOf(candidates: readonly Candidate[], { policy }: Judgement, now: Date): readonly TestKind[] {
  const kinds = candidates.filter((one, i) => i === 0 || one.isElapsed).flatMap(({ rule }) => rule.landing);
  const { atLanding, from } = policy.parameters.antigen;
  const hasAntigen = kinds.length > 0 && atLanding && from <= dayOf(now);
  return [...new Set(hasAntigen ? [...kinds, 'ANTIGEN' as const] : kinds)];
}

/** Where only what is over is left: a landing test, and an episode that says so. A question needs somebody who asks it. */
function linksOf(candidates: readonly Candidate[], questions: readonly Question[]): Verdict['links'] {
  const [decidedBy] = candidates;
  const own = decidedBy?.isElapsed ? (['LANDING_TEST', 'EPISODE'] as const) : (decidedBy?.rule.links ?? []);
  const calledFor = new Set<ChainLink>(own);
  if (questions.length > 0) calledFor.add('ACKNOWLEDGEMENT');
  if (candidates.some(({ isElapsed }) => isElapsed)) calledFor.add('LANDING_TEST');
  const entries = chainLinks.map((link) => [link, calledFor.has(link) ? 'WAITING' : 'NOT_NEEDED'] as const);
  return Object.fromEntries(entries) as Verdict['links']; // every link is among the entries
}

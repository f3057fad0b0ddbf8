import {
  type CountyJudgement,
  type MoveKind,
  type NewRule,
  type OpenEpisodeFacts,
  recount,
  ruleOf,
  ruleUnder,
  startUnder,
  triage,
  type Verdict,
} from '../quarantine';
import type { Concerned, ConcernedEpisode, ConcernedTraveller, Outcome } from './concerned';

/** A change between two judgements, and who answers for a later end. */
export interface Moving {
  readonly of: 'SET' | 'RISK';
  readonly before: CountyJudgement;
  readonly after: CountyJudgement;
  readonly at: Date;
  readonly approvedBy: string | undefined;
}

/** What a change makes of somebody (handbook 5.7). What it does not touch is not moved, however it was counted. Pure. */
export function outcomeFor(one: Concerned, moving: Moving): Outcome {
  return one.kind === 'EPISODE' ? forEpisode(one, moving) : forTraveller(one, moving);
}

function forEpisode({ facts: { episode, traveller } }: ConcernedEpisode, moving: Moving): Outcome {
  const { of, before, after, at } = moving;
  const change = { at, approvedBy: moving.approvedBy as never }; // a person's id, checked where the head agreed
  const to = (next: NewRule | undefined): Outcome => {
    const counted = recount(episode, next, change);
    return { kind: counted.kind, recount: counted };
  };
  if (of === 'SET') return to(ruleUnder(after.policy, episode, at));
  if (!traveller) return to(ownRule(episode));
  // as of the day of being found, or the window would move on while they are inside
  const { foundAt } = episode.count;
  const verdict = triage(traveller, after, foundAt);
  if (isSameVerdict(triage(traveller, before, foundAt), verdict)) return to(ownRule(episode));
  return to(ruleOf(verdict, after.policy));
}

/** The rule by which an episode is counted already. */
function ownRule({ basis, count }: OpenEpisodeFacts): NewRule {
  const { anchor, dayOneRule, missedTestHour, phases } = count;
  return { basis, anchor, dayOneRule, missedTestHour, phases, isLocal: false };
}

function forTraveller({ facts }: ConcernedTraveller, { before, after, at }: Moving): Outcome {
  const [old, verdict] = [triage(facts, before, at), triage(facts, after, at)];
  const [was, next] = [asked(old, before), asked(verdict, after)];
  if (!was && next) {
    const counted = startUnder(next, { at });
    return { kind: counted.kind, recount: counted, verdict };
  }
  return { kind: rejudged(was, next, isSameVerdict(old, verdict)), verdict };
}

/** Nothing runs yet, so nothing becomes shorter or longer: whoever is on the way is judged by what holds now. */
function rejudged(was: NewRule | undefined, next: NewRule | undefined, isSame: boolean): MoveKind {
  if (was && !next) return 'ENDED';
  const isSameAsked = isSame && JSON.stringify(was?.phases) === JSON.stringify(next?.phases);
  return isSameAsked ? 'UNCHANGED' : 'REJUDGED';
}

/** The quarantine a verdict asks for; none where it would be over. */
function asked(verdict: Verdict, { policy }: CountyJudgement): NewRule | undefined {
  return verdict.decidedBy?.isElapsed ? undefined : ruleOf(verdict, policy);
}

function isSameVerdict(one: Verdict, other: Verdict): boolean {
  const told = ({ decidedBy, links, landing, code }: Verdict) =>
    JSON.stringify([
      decidedBy?.category,
      decidedBy?.anchor,
      decidedBy?.rule.phases,
      decidedBy?.rule.tracker,
      links,
      landing,
      code,
    ]);
  return told(one) === told(other);
}

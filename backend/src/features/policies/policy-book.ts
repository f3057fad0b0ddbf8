import { addHours } from '@grid-relief/shared-types/primitives/instants';
import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { Problem } from '../../http/problem';
import type { CountyJudgement, JudgementAt } from '../quarantine';
import { home } from './first-policy';
import { choiceAt, riskListAt } from './in-force.rules';
import type { KnownSet, PolicyChoice, RiskLine } from './policy.record';
import { type PolicyRepository, setId } from './policy.repository';

/** Everything of a county that may still decide something. */
export interface InForce {
  readonly choices: readonly PolicyChoice[];
  readonly lines: readonly RiskLine[];
}

/** What a county judges by, kept for a moment. */
export interface PolicyBook {
  readonly judgementAt: JudgementAt;
  inForce(county: string): Promise<InForce>;
  /** By what somebody would be judged if this were in force. */
  judge(county: string, inForce: InForce, at: Date): Promise<CountyJudgement>;
  /** A set of a county. What a version says never changes, so that it is read once. */
  setOf(county: string, which: Pick<PolicySet, 'code' | 'version'>): Promise<KnownSet>;
  /** What was read is old: this process has written. */
  forget(county: string): void;
}

/** Other processes see a change within this time, by the machine's own clock. Milliseconds. */
const freshMs = 1_000;
/** A line that ended longer ago decides nothing: the longest look-back and back-tracking a set may have. Days. */
const linesMatterDays = 150;

interface Kept {
  readonly readAt: number;
  readonly inForce: Promise<InForce>;
}

/**
 * Opens the book on a database.
 * @throws Problem unavailable from all of it, when the county has no set
 */
export function openPolicyBook(policies: PolicyRepository, now: () => Date): PolicyBook {
  const counties = new Map<string, Kept>();
  const sets = new Map<string, Promise<KnownSet>>();

  async function read(county: string): Promise<InForce> {
    const since = addHours(now(), -24 * linesMatterDays);
    const [choices, lines] = await Promise.all([policies.choices(county), policies.lines(county, since)]);
    return { choices, lines };
  }

  function inForce(county: string): Promise<InForce> {
    const kept = counties.get(county);
    if (kept && performance.now() - kept.readAt < freshMs) return kept.inForce;
    const reading = read(county);
    counties.set(county, { readAt: performance.now(), inForce: reading });
    // a failed read is nobody's answer
    reading.catch(() => counties.delete(county));
    return reading;
  }

  function setOf(county: string, which: Pick<PolicySet, 'code' | 'version'>): Promise<KnownSet> {
    const id = setId(county, which);
    const found = sets.get(id) ?? policies.set(county, id).then(there);
    sets.set(id, found);
    found.catch(() => sets.delete(id));
    return found;
  }

  async function judge(county: string, { choices, lines }: InForce, at: Date): Promise<CountyJudgement> {
    const { set: policy } = await setOf(county, there(choiceAt(choices, at)));
    return { policy, riskList: riskListAt(lines, at), home };
  }

  return {
    inForce,
    setOf,
    judge,
    judgementAt: async (county, at) => judge(county, await inForce(county), at),
    forget: (county) => void counties.delete(county),
  };
}

/** @throws Problem unavailable: nobody is judged by a guess */
function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Problem('unavailable');
  return found;
}

import { addDays, dayOf, startOfDay } from '@grid-relief/shared-types/primitives/instants';
import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import {
  applyRecount,
  type CountedEpisode,
  countedEpisodes,
  type EpisodeDeps,
  namesOfEpisodes,
  whoIsInQuarantine,
} from '../features/episodes';
import type { Because, Concerned, ConcernedBy, Outcome, PolicyBook } from '../features/policies';
import { feverTenthsOf, ruleOn } from '../features/quarantine';
import {
  judgeAnew,
  listedTravellers,
  namesOfTravellers,
  type ReturneeDeps,
  travellerFacts,
} from '../features/returnees';
import { inParts } from '../platform/in-parts';
import type { PolicySources } from './quarantine-policies';

/** Whose records a change of policy moves. */
export interface PeopleOfPolicy {
  readonly episodes: EpisodeDeps;
  readonly returnees: ReturneeDeps;
}

/** Read and opened together. */
const partSize = 100;

/** Episodes and travellers as a change of policy or risk list finds and moves them (handbook 5.7). */
export function policySources({ episodes, returnees }: PeopleOfPolicy, book: PolicyBook): PolicySources {
  async function* concerned(county: string, by: ConcernedBy, only?: readonly string[]): AsyncGenerator<Concerned> {
    // what another process has written in this second counts for whoever is judged here
    book.forget(county);
    const isOfList = by.of === 'RISK';
    for await (const part of inParts(countedEpisodes(episodes, county, only), partSize)) {
      yield* await asEpisodes(county, part, isOfList);
    }
    if (isOfList) yield* travellersOf(county, by, only);
  }

  async function asEpisodes(county: string, part: readonly CountedEpisode[], isOfList: boolean): Promise<Concerned[]> {
    const judgedFrom = isOfList ? part.flatMap((one) => one.judgedFrom ?? []) : [];
    const known = await travellerFacts(returnees, county, judgedFrom);
    return part.map(({ id, judgedFrom: from, facts: episode }) => {
      const traveller = from === undefined ? undefined : known.get(from);
      return { id, kind: 'EPISODE', facts: { episode, ...(traveller ? { traveller } : {}) } };
    });
  }

  async function* travellersOf(
    county: string,
    { change, at, places }: ConcernedBy,
    only?: readonly string[],
  ): AsyncGenerator<Concerned> {
    const { policy } = await book.judgementAt(county, at);
    const touched = { change, places, since: reachOf(policy, at) };
    for await (const part of listedTravellers(returnees, county, touched, only)) {
      // whoever is in quarantine is moved there; who is named may be by the change itself
      const inside = only
        ? new Set<string>()
        : await whoIsInQuarantine(
            episodes,
            county,
            part.map(({ id }) => id),
          );
      for (const { id, facts } of part) if (!inside.has(id)) yield { id, kind: 'TRAVELLER', facts };
    }
  }

  async function applyTo(county: string, one: Concerned, outcome: Outcome, because: Because): Promise<void> {
    const { id, kind } = one;
    const { change, at, opId, preparedBy, approver } = because;
    if (kind === 'TRAVELLER') {
      const asksAgain = outcome.kind === 'STARTED' || outcome.kind === 'REJUDGED';
      await judgeAnew(returnees, { county, id, change, at, because: opId, asksAgain });
      return;
    }
    const { recount } = outcome;
    if (!recount) throw new Error('an episode is counted, or nothing is done');
    const beside = await besideDays(county, recount.newBasis, at);
    await applyRecount(episodes, { county, id, opId, change, recount, preparedBy, approver, ...beside });
  }

  /** What a set says of an episode beside its days. */
  async function besideDays(county: string, basis: NonNullable<Outcome['recount']>['newBasis'], at: Date) {
    if (!basis) return {};
    const { policyCode: code, policyVersion: version, category } = basis;
    const { set } = await book.setOf(county, { code, version });
    const linkedContact = ruleOn(set, category, dayOf(at))?.linkedContact;
    const { antigen } = set.parameters;
    return { antigen, feverTenths: feverTenthsOf(set.parameters), ...(linkedContact ? { linkedContact } : {}) };
  }

  return {
    concerned,
    applyTo,
    async namesOf(county, ids) {
      const [inside, coming] = await Promise.all([
        namesOfEpisodes(episodes, county, ids),
        namesOfTravellers(returnees, county, ids),
      ]);
      return new Map([...inside, ...coming]);
    },
  };
}

/** The first instant that look-back and back-tracking reach from a change: the widest window of the set. Pure. */
export function reachOf({ rules, parameters }: Pick<PolicySet, 'rules' | 'parameters'>, at: Date): Date {
  const lookBack = Math.max(0, ...rules.map(({ lookBackDays }) => lookBackDays));
  return startOfDay(addDays(dayOf(at), -lookBack - (parameters.backTrackingDays ?? 0)));
}

/**
 * Policies are opened before the features whose records they move, since those are judged by policies: whom a change
 * concerns is told once everything is there.
 */
export function laterSources(): { readonly sources: PolicySources; readonly come: (sources: PolicySources) => void } {
  let there: PolicySources | undefined;
  const now = (): PolicySources => {
    if (!there) throw new Error('nobody has said yet whom a change concerns');
    return there;
  };
  return {
    sources: {
      concerned: (...asked) => now().concerned(...asked),
      applyTo: (...asked) => now().applyTo(...asked),
      namesOf: (...asked) => now().namesOf(...asked),
    },
    come: (sources) => {
      there = sources;
    },
  };
}

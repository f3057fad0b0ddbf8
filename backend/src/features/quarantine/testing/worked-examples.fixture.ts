import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import { type EpisodePlan, planOf } from '../day-counting.rules';
import { v8National } from '../policies/presets/v8-national';
import { v9National } from '../policies/presets/v9-national';
import { type EpisodeFacts, releaseAt } from '../release.rules';
import type { Swab } from '../swab-days.rules';
import { at, wallTime } from './shanghai';

function ruleOf(edition: 'V8' | 'V9', category: QuarantineCategory) {
  const [set, day] = edition === 'V8' ? ([v8National, '2022-04-10'] as const) : ([v9National, '2022-07-02'] as const);
  const rule = ruleOn(set, category, day);
  if (!rule) throw new Error(`${edition} has no ${category}`);
  return rule;
}

/** What is planned for somebody of this category under an edition. */
export function planned(
  edition: 'V8' | 'V9',
  category: QuarantineCategory,
  anchor: string,
  foundAt: string,
): EpisodePlan {
  const { phases } = ruleOf(edition, category);
  return planOf({
    ...{ anchor: at(anchor), foundAt: at(foundAt), phases },
    ...{ dayOneRule: 'NEXT_DAY', missedTestHour: 20 },
  });
}

/** Tests as the table writes them: the landing test, then the days asked for; dropped ones apart. */
export function written(plan: EpisodePlan) {
  const due = plan.tests.filter(({ standing }) => standing === 'DUE');
  return {
    foundOnDay: plan.foundOnDay,
    landing: plan.landing.date,
    tests: due.map(({ date, swabs }) => (swabs === 2 ? `${date} double` : date)),
    dropped: plan.tests.filter(({ standing }) => standing === 'DROPPED').map(({ date }) => date),
    phases: plan.phases.map(({ kind, endsAt }) => `${kind} to ${wallTime(endsAt)}`),
  };
}

let made = 0;
/** A swab without a finding, known when it is taken unless a test says otherwise. */
export function negative(takenAt: string, knownAt = takenAt, kit = 'A'): Swab {
  made += 1;
  return { id: `swab-${made}`, takenAt: at(takenAt), kit, result: { value: 'NEGATIVE', at: at(knownAt) } };
}

/** How a quarantine stands at an instant. */
export function lookedAt(
  plan: EpisodePlan,
  facts: Partial<EpisodeFacts>,
  now: string,
  edition?: 'V8',
  linked?: 'SECOND_CONTACT',
) {
  const linkedContact = edition && linked ? ruleOf(edition, linked).linkedContact : undefined;
  return releaseAt(plan, { phase: 0, placement: 'HOME', swabs: [], ...facts }, linkedContact, at(now));
}

/** The samples of a site: person, belongings and room, at one time. */
export const siteSamples = (when: string) => ({ person: at(when), belongings: at(when), room: at(when) });

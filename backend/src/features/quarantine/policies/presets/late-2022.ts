import { type PolicySet, quarantineCategories } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { atHome, chains, composed, instead, like, ours, phase, rowOf, source } from './compose';
import { v9National } from './v9-national';

const november = 'twenty measures, 11 November 2022';
const december = 'ten measures, 7 December 2022';
const v9 = (category: Parameters<typeof rowOf>[1]) => rowOf(v9National, category, '2022-11-11');

const closeContact = instead(v9('CLOSE_CONTACT'), {
  lookBackDays: 8,
  phases: [phase(5, 'CENTRAL', [1, 2, 3, 5]), phase(3, 'HOME', [1, 3])],
  sources: [source('phases, test days', november), source('everything else', ours)],
});

const special = like(closeContact, {
  category: 'CLOSE_CONTACT_SPECIAL',
  links: [...chains.home],
  phases: atHome(closeContact.phases),
  sources: [source('home instead of a site', ours)],
});

const highRisk = instead(v9('HIGH_RISK_STAY'), {
  links: [...chains.home],
  phases: [phase(7, 'HOME', [1, 3, 5, 7])],
  sources: [source('at home, test days', november), source('everything else', ours)],
});

/** Not to be named by a county: what is not written in the measures stays as in the 9th edition, which is ours. */
export const november2022: PolicySet = composed(v9National, {
  code: 'NOV_2022',
  enabled: false,
  validFrom: '2022-11-11',
  rows: [closeContact, special, highRisk],
  without: ['SECOND_CONTACT', 'MEDIUM_RISK_STAY'],
  sources: [source('the set', november), source('everything not named in it, as the 9th edition', ours)],
});

const contactAtHome = instead(special, {
  category: 'CLOSE_CONTACT',
  lookBackDays: 5,
  phases: [phase(5, 'HOME', [5])],
  sources: [source('5 days at home, tests on the last days', december), source('day 5, everything else', ours)],
});
const named = [contactAtHome, like(contactAtHome, { category: 'CLOSE_CONTACT_SPECIAL' })];

/** Not to be named by a county: only contacts are left. */
export const december2022: PolicySet = composed(november2022, {
  code: 'DEC_2022',
  enabled: false,
  validFrom: '2022-12-07',
  rows: named,
  without: quarantineCategories,
  sources: [source('the set', december)],
});

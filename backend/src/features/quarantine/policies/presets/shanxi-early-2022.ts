import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { atHome, chains, composed, instead, like, ours, phase, rowOf, source } from './compose';
import { shanxiSpring } from './shanxi-spring-2022';

const notice = 'notice of Shanxi before 11 May 2022';

const highRisk = instead(rowOf(shanxiSpring, 'HIGH_RISK_STAY', '2022-05-11'), {
  phases: [phase(14, 'CENTRAL', [1, 4, 7, 10, 14]), phase(5, 'CENTRAL', [5])],
  sources: [
    ...[source('14 and 5 days, test days', notice), source('code, transfer, window', 'as from 11 May 2022')],
    source('test day of the second part, hours to be in place, other links', ours),
  ],
});

const mediumRisk = like(highRisk, { category: 'MEDIUM_RISK_STAY', sources: [source('as high', notice)] });

const restOfCounty = like(highRisk, {
  category: 'REST_OF_COUNTY_STAY',
  code: 'YELLOW',
  links: [...chains.home],
  phases: atHome(highRisk.phases),
  sources: [source('14 and 5 days at home', notice), source('code', ours)],
});

/** Shanxi until 10 May 2022; from which day on is not known. */
export const shanxiEarly: PolicySet = composed(shanxiSpring, {
  code: 'SX_2022_EARLY',
  enabled: true,
  validTo: '2022-05-10',
  rows: [highRisk, mediumRisk, restOfCounty],
  sources: [source('stays in risk areas', notice), source('everything else', 'as from 11 May 2022')],
});

import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { placeWords } from '@grid-relief/shared-types/quarantine/place-words';
import type { Candidate } from './candidates.rules';
import { covers } from './stays.rules';

/** Why, for people: a key the screens have words for, and what to fill in. Places are names, days Shanghai days. */
export interface Reason {
  readonly code:
    | 'RISK_STAY'
    | 'REST_OF_COUNTY'
    | 'CITY_WITH_CASES'
    | 'OTHER_PROVINCE'
    | 'CONTACT'
    | 'OVERSEAS'
    | 'DISCHARGED'
    | 'NOTHING_FOUND';
  readonly values: Readonly<Record<string, string | number>>;
}

/** The reason of what decides. Pure. */
export function reasonOf(candidate: Candidate | undefined): Reason {
  if (!candidate) return { code: 'NOTHING_FOUND', values: {} };
  const { from, lastAt, rule } = candidate;
  const on = dayOf(lastAt);
  const counted = {
    lookBackDays: rule.lookBackDays,
    countFrom: rule.countFrom,
    countedFrom: candidate.anchor.toISOString(),
  };
  switch (from.what) {
    case 'CONTACT':
      return { code: 'CONTACT', values: { class: from.contact.class, exposedOn: on, ...counted } };
    case 'ENTRY':
      return { code: 'OVERSEAS', values: { enteredOn: on, ...counted } };
    case 'DISCHARGE':
      return { code: 'DISCHARGED', values: { dischargedOn: on, ...counted } };
    default: {
      const { stay, area } = from;
      const place = { place: placeWords(stay.place, ' '), stay: stay.id, leftOn: on };
      const listed = area ? { area: placeWords(area.place, ' '), line: area.id, areaRisk: area.areaRisk } : {};
      return { code: codeOf(from), values: { ...place, ...listed, ...counted } };
    }
  }
}

function codeOf({ stay, area }: Extract<Candidate['from'], { what: 'STAY' }>): Reason['code'] {
  if (!area) return 'OTHER_PROVINCE';
  if (!covers(area.place, stay.place)) return 'REST_OF_COUNTY';
  return area.areaRisk === 'CASES' ? 'CITY_WITH_CASES' : 'RISK_STAY';
}

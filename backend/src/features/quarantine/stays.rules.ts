import { addDays, dayOf, minuteOf, startOfDay } from '@grid-relief/shared-types/primitives/instants';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { AreaRisk } from '@grid-relief/shared-types/quarantine/risk-area.schema';

/** Province, city, county, street, as far as known; the widest first. */
export type Place = readonly string[];

/** Somewhere the traveller has been. */
export interface Stay {
  readonly id: string;
  readonly place: Place;
  readonly from: Date;
  /** When they left, or mean to leave; absent: still there. */
  readonly to?: Date | undefined;
}

/** A line of the risk list. A step up or down ends one line and begins another. */
export interface RiskArea {
  readonly id: string;
  readonly place: Place;
  readonly areaRisk: AreaRisk;
  readonly validFrom: Date;
  readonly validTo?: Date | undefined;
  /** The day of the first case there, where it is earlier than the level. */
  readonly firstCaseAt?: Date | undefined;
}

/** How a risk list is read. */
export interface ListReading {
  readonly home: Place;
  readonly backTrackingDays: number | undefined;
  readonly now: Date;
}

/** A stay that means something: why, and until when. */
export interface StayExposure {
  readonly category: QuarantineCategory;
  readonly stay: Stay;
  readonly area?: RiskArea;
  readonly lastAt: Date;
}
export type ListedExposure = StayExposure & { readonly area: RiskArea };

const categoryOf: Readonly<Record<AreaRisk, QuarantineCategory>> = {
  HIGH: 'HIGH_RISK_STAY',
  MEDIUM: 'MEDIUM_RISK_STAY',
  LOW: 'LOW_RISK_STAY',
  CASES: 'CITY_WITH_CASES',
};
/** A place is compared by county where "the rest of the county" is meant: province, city, county. */
const countyDepth = 3;

/** Whether a place lies in an area: everything the area names, the place has as well. Pure. */
export function covers(area: Place, place: Place): boolean {
  return area.length <= place.length && area.every((part, i) => part === place[i]);
}

/** From when on a line of the list counts: the earlier of level and first case, and whole days before that. Pure. */
export function countsFrom({ validFrom, firstCaseAt }: RiskArea, backTrackingDays: number | undefined): Date {
  const known = firstCaseAt && firstCaseAt < validFrom ? firstCaseAt : validFrom;
  return backTrackingDays === undefined ? minuteOf(known) : startOfDay(addDays(dayOf(known), -backTrackingDays));
}

/** Everything a stay may be looked after for, by every line of the list and by its province. Pure (handbook 5). */
export function exposuresOf(stay: Stay, list: readonly RiskArea[], reading: ListReading): StayExposure[] {
  const left = minuteOf(stay.to ?? reading.now);
  const fromList = list.flatMap((area): StayExposure[] => {
    const category = meaningOf(area, stay.place);
    const lastAt = lastTogether(stay, area, reading);
    return category && lastAt ? [{ category, stay, area, lastAt }] : [];
  });
  const isElsewhere = stay.place[0] !== reading.home[0];
  return isElsewhere ? [...fromList, { category: 'OTHER_PROVINCE', stay, lastAt: left }] : fromList;
}

/** What a stay would mean if it had been in an area inside the place that was told: the street decides. Pure. */
export function exposuresIfWithin(stay: Stay, list: readonly RiskArea[], reading: ListReading): ListedExposure[] {
  return list
    .filter(({ place }) => place.length > stay.place.length && covers(stay.place, place))
    .flatMap((area) => {
      const lastAt = lastTogether(stay, area, reading);
      return lastAt ? [{ category: categoryOf[area.areaRisk], stay, area, lastAt }] : [];
    });
}

function meaningOf({ place, areaRisk }: RiskArea, stay: Place): QuarantineCategory | undefined {
  if (covers(place, stay)) return categoryOf[areaRisk];
  const county = place.slice(0, countyDepth);
  const isSameCounty = county.length === countyDepth && covers(county, stay);
  return isSameCounty && (areaRisk === 'HIGH' || areaRisk === 'MEDIUM') ? 'REST_OF_COUNTY_STAY' : undefined;
}

/** The last instant at which somebody was there and the line counted; undefined: never. */
function lastTogether(stay: Stay, area: RiskArea, { backTrackingDays, now }: ListReading): Date | undefined {
  const left = minuteOf(stay.to ?? now);
  const ended = area.validTo && minuteOf(area.validTo) < left ? minuteOf(area.validTo) : left;
  const began = countsFrom(area, backTrackingDays);
  return minuteOf(stay.from) <= ended && began <= ended ? ended : undefined;
}

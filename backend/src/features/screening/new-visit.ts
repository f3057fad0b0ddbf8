import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { derivedId } from '../../platform/ids';
import type { Campaign } from './campaign';
import { gridOf, type HouseholdVisit, listedVariant, type VisitDetail, visitKind, visitMachine } from './visit';

type Whose = Pick<Campaign, '_id' | 'county'>;

interface NewVisit {
  readonly id: string;
  readonly area: string;
  readonly household?: string;
  readonly variant?: HouseholdVisit['variant'];
  readonly assignee?: string;
  readonly excluded?: readonly string[];
  readonly detail?: Partial<VisitDetail>;
  readonly emit?: readonly NewEntry[];
}

/** The one visit of a home in a screening: named after both, so that a list drawn up twice is one. */
export const visitIdOf = ({ county, _id }: Whose, household: string): string => derivedId(county, _id, household);

/** A door that nobody has been to. Pure. */
export function newVisit({ _id: about, county }: Whose, wanted: NewVisit, now: Date): HouseholdVisit {
  const { id: _id, household, variant = listedVariant, assignee, excluded = [], detail, emit = [] } = wanted;
  const area = areaId(wanted.area);
  const [state = 'NOT_VISITED'] = visitMachine.initial;
  const beginning = {
    ...{ _id, county, kind: visitKind, variant, state, area, scope: scopeOf(area) },
    ...(household ? { household } : {}),
    assignment: { excluded, ...(assignee ? { assignee } : {}) },
  };
  return {
    ...beginRecord(beginning, emit, now),
    ...{ kind: visitKind, variant, about, createdAt: now },
    detail: { grid: gridOf(area), tries: 0, ...detail },
  };
}

import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { returneeReportLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/returnee-report.lifecycle';
import type { KnownBy } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { TrackedRecord } from '../../acting';
import { derivedId } from '../../platform/ids';

export const reportMachine = returneeReportLifecycle;
export type ReportAction = ActionOf<typeof returneeReportLifecycle>;

/** What only a report knows of itself. */
export interface ReportDetail {
  /** A person's id, or SYSTEM for whom an investigation has found. */
  readonly by: string;
  readonly foundBy: KnownBy;
  /** The keyed fingerprint of what was sent: the same id with something else in it is another report. */
  readonly draftHash: string;
  /** The draft as it was sent, sealed. */
  readonly draft: string;
  readonly people: number;
  readonly lateReport: boolean;
  readonly plannedAt?: Date;
}

/** One trip; each person in it is a record with a state of its own (handbook 2.2). */
export interface ReturneeReport extends TrackedRecord<ReportDetail> {
  readonly kind: 'RETURNEE_REPORT';
}

/** The person at a place of a report's list: the same id however often the report is spread. */
export function travellerIdOf(county: string, report: string, place: number): string {
  return derivedId(county, report, 'traveller', String(place));
}

/** Everybody in a report. */
export function travellerIdsOf({ county, _id, detail }: ReturneeReport): string[] {
  return Array.from({ length: detail.people }, (_, place) => travellerIdOf(county, _id, place));
}

import { investigationMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/investigation.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Investigation } from './investigation';

/** One clock of an investigation. */
export interface CaseClock {
  readonly what: 'REPORT' | 'PATH' | 'FIRST_REPORT';
  readonly by: Date;
  readonly doneAt?: Date | undefined;
  readonly isLate: boolean;
}

type Timed = Pick<Investigation, 'createdAt'> & {
  readonly detail: Pick<Investigation['detail'], 'reportedAt' | 'interviewedAt' | 'reviewedAt'>;
};

/** The three clocks: report after 2 hours, path after 4, first whole report after a day (handbook 5.5). Pure. */
export function clocksOf({ createdAt, detail }: Timed, now: Date): CaseClock[] {
  const { reportedAt, interviewedAt, reviewedAt } = detail;
  const clock = (what: CaseClock['what'], minutes: number, doneAt: Date | undefined): CaseClock => {
    const by = addMinutes(createdAt, minutes);
    return { what, by, doneAt, isLate: (doneAt ?? now) >= by };
  };
  return [
    clock('REPORT', investigationMinutes.report, reportedAt),
    clock('PATH', investigationMinutes.path, interviewedAt),
    clock('FIRST_REPORT', investigationMinutes.firstReport, reviewedAt),
  ];
}

/** Until when the next step may wait; undefined once every clock has stopped. Pure. */
export function nextDue(record: Timed): Date | undefined {
  return clocksOf(record, record.createdAt).find(({ doneAt }) => doneAt === undefined)?.by;
}

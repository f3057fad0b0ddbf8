import type { VolunteerMe } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import type { VolunteerRecord } from './volunteer';
import { doneToday, isOnDuty } from './volunteer.rules';

/** What a volunteer sees of themselves. Pure. */
export function presentMe(
  volunteer: VolunteerRecord,
  facts: {
    readonly areaNames: string[];
    readonly owedToMeFen: number;
    readonly holdCleared: { readonly at: Date; readonly words?: string } | undefined;
    readonly now: Date;
  },
): VolunteerMe {
  const { duty, team, area, skills, healthHold, seats, seatLimit, stats } = volunteer;
  const onDuty = isOnDuty(volunteer, facts.now);
  return {
    team,
    area,
    areaNames: facts.areaNames,
    skills: [...skills],
    onDuty,
    ...(onDuty && duty.since ? { dutySince: duty.since.toISOString() } : {}),
    ...(onDuty && duty.until ? { dutyUntil: duty.until.toISOString() } : {}),
    healthHold,
    ...(facts.holdCleared ? { holdCleared: { ...facts.holdCleared, at: facts.holdCleared.at.toISOString() } } : {}),
    openSeats: seats.length,
    seatLimit,
    doneToday: doneToday(stats, facts.now),
    owedToMeFen: facts.owedToMeFen,
  };
}

export { freeSeatHandler } from './free-seat';
export { type LeavingRule, type LeavingStep, leaveHeldWork } from './leave-held-work';
export { sweepVolunteerSeats } from './seat-sweep';
export { type SeatClaim, type SeatEnd, type VolunteerSeats, volunteerSeats } from './seats';
export { type Seat, type VolunteerRecord, volunteerIndexes } from './volunteer.model';
export { type VolunteerRepository, volunteerRepository } from './volunteer.repository';
export { defaultSeatLimit, doneToday, type Enrolment, isOnDuty, newVolunteer, onTimeShare } from './volunteer.rules';
export type { LeaveHeldWork, PersonLabel, VolunteerDeps } from './volunteer-deps';
export { type VolunteerTraits, volunteerFeature, volunteerTraits } from './volunteer-feature';

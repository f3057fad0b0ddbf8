export { type DemoPerson, demoPeople } from './demo-people';
export type { SampleHousehold } from './households';
export { isOnShift, type SampleRoster, shiftAt } from './rosters';
export { type SampleCounty, type SampleCountyOptions, sampleCounty } from './sample-county';
export { beginSampleShift, type SampleShifts, sampleShifts } from './sample-shifts';
export { type StoreDeps, storeCounty } from './store-county';
export { sampleEpisodeDeps } from './store-episodes';
export type { SamplePerson, SampleVolunteer } from './workers';

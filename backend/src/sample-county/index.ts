export { type DemoPerson, demoPeople } from './demo-people';
export type { SampleHousehold } from './households';
export { type SampleCounty, type SampleCountyOptions, sampleCounty } from './sample-county';
export { type StoreDeps, storeCounty } from './store-county';
export { sampleEpisodeDeps } from './store-episodes';
export type { SamplePerson, SampleVolunteer } from './workers';

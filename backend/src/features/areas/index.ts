export { areaIndexes } from './area.model';
export { type AreaRecord, isInForce } from './area.record';
export { type AreaRepository, areaRepository } from './area.repository';
export { areaRoutes } from './area.routes';
export { type AreaBook, openAreaBook } from './area-book';
export { type Heirs, heirOf } from './heirs.rules';
export { type ListAreasDeps, listAreas } from './list-areas';
export { openAreas } from './open-areas';

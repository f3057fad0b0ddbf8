import type { NewVehicle } from '../features/transfers';
import { county } from './places';
import type { Chance } from './random';

export type SampleVehicle = NewVehicle;

/** Cars of the transfer desk (handbook 6). */
const vehicleCount = { small: 2, county: 18 } as const;
const [van, coach] = [6, 17];
const kinds: NewVehicle['kinds'] = [
  'RETURNEE',
  'CLOSE_CONTACT',
  'SECOND_CONTACT',
  'SITE_MOVE',
  'RELEASE_HOME',
  'MEDICAL',
];

/** Every third is a coach, every third carries a wheelchair or a stretcher; all but every sixth have a wall behind the driver. Plates belong to nobody. */
export function inventVehicles(size: 'small' | 'county', chance: Chance): SampleVehicle[] {
  return Array.from({ length: vehicleCount[size] }, (_, nth) => ({
    ...{ _id: chance.id(county), county, area: county, plate: `晋J${String(60_001 + nth * 7)}` },
    ...{ places: nth % 3 === 2 ? coach : van, partition: nth % 6 !== 5, kinds },
    carries: nth % 3 === 0 ? ['WHEELCHAIR', 'STRETCHER'] : [],
  }));
}

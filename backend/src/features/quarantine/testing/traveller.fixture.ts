import type { Judgement, TravellerFacts } from '../candidates.rules';
import { shanxiSpring } from '../policies/presets/shanxi-spring-2022';
import type { RiskArea, Stay } from '../stays.rules';
import { at } from './shanghai';

/** Places of the tests; the county is in the province of Shanxi, the streets are invented. */
export const places = {
  home: ['Shanxi', 'Lüliang', 'Jiaocheng'],
  neighbour: ['Shanxi', 'Taiyuan', 'Qingxu'],
  street: ['Shanghai', 'Shanghai', 'Pudong', 'Sunflower Street'],
  otherStreet: ['Shanghai', 'Shanghai', 'Pudong', 'Willow Street'],
  otherCounty: ['Shanghai', 'Shanghai', 'Minhang', 'Pine Street'],
  quiet: ['Gansu', 'Lanzhou', 'Chengguan', 'River Street'],
} as const;

export const noFacts: TravellerFacts = { stays: [], contacts: [], specialGroups: [] };

export function aStay(place: readonly string[], from: string, to?: string, id = `${place.at(-1)} ${from}`): Stay {
  return { id, place, from: at(from), ...(to ? { to: at(to) } : {}) };
}

export function aLine(place: readonly string[], areaRisk: RiskArea['areaRisk'], from: string, to?: string): RiskArea {
  const id = `${place.at(-1)} ${areaRisk}`;
  return { id, place, areaRisk, validFrom: at(from), ...(to ? { validTo: at(to) } : {}) };
}

export function judgement(change: Partial<Judgement> = {}): Judgement {
  return { policy: shanxiSpring, riskList: [], home: places.home, ...change };
}

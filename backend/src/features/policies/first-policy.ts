import { derivedId } from '../../platform/ids';
import { type Place, presets } from '../quarantine';
import type { PolicyRepository } from './policy.repository';

/** The county of the product on the map: its province is the one that is not "another" (handbook 5). */
export const home: Place = ['山西省', '吕梁市', '交城县'];

/** What a county judges by until somebody decides otherwise: the default of the sample county (handbook 5). */
export const firstSet = { code: 'SX_2022_SPRING', version: 1 } as const;

/** Stores the sets that the product comes with, and the county's first choice. What is there already stays. */
export async function storeFirstPolicy(policies: PolicyRepository, county: string, now: Date): Promise<void> {
  await policies.addSets(county, presets, now);
  const from = new Date(0);
  await policies.addChoice({ _id: derivedId(county, 'policy-choice', 'first'), county, ...firstSet, from });
}

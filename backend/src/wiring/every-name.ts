import type { Connection } from 'mongoose';
import { withQuarantines } from '../features/episodes';
import type { EveryNameOf, SamePerson } from '../features/quarantine';
import { recordsOfPerson } from '../features/returnees';

/**
 * Every name of somebody, for whoever gives away what one person needs once: a bed, a seat. Whoever is nobody else as well
 * is known by the name that was asked with, which is most people.
 */
export function everyNameOf(stored: { readonly connection: Connection }, samePerson: SamePerson): EveryNameOf {
  const closed = async (county: string, names: readonly string[]) =>
    withQuarantines(stored, county, await recordsOfPerson(stored, county, names));
  return async (county, name) => {
    const known = await withQuarantines(stored, county, [name]);
    const joined = await samePerson(county, known);
    if (!joined) return { own: [name], others: [] };
    const [own, all] = [await closed(county, known), await closed(county, joined.names)];
    return { own, others: all.filter((one) => !own.includes(one)) };
  };
}

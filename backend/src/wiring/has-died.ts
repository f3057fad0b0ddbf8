import type { Connection } from 'mongoose';
import { diedInQuarantine } from '../features/episodes';
import type { EveryNameOf, HasDied } from '../features/quarantine';
import { diedFollowed, recordsOfPerson } from '../features/returnees';

type Stored = { readonly connection: Connection };

/** Every name under which somebody is known, the one that is asked with included. */
export function namesOf(stored: Stored, everyName: EveryNameOf) {
  return async (county: string, about: string): Promise<readonly string[]> => {
    const { own, others } = await everyName(county, about);
    return recordsOfPerson(stored, county, [...new Set([about, ...own, ...others])]);
  };
}

/** Whether somebody has died, in quarantine or while they were followed (handbook 2.3). */
export function hasDiedOf(stored: Stored, everyName: EveryNameOf): HasDied {
  const known = namesOf(stored, everyName);
  return async (county, about) => {
    const names = await known(county, about);
    return (await diedInQuarantine(stored, county, names)) || diedFollowed(stored, county, names);
  };
}

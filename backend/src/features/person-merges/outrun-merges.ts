import type { OutrunMerges } from '../quarantine';
import { type GroupDeps, groupOf } from './group';
import { personMergeRepository } from './person-merge.repository';

/** Each round finds somebody who has become one more meanwhile; nobody is so many. */
const rounds = 12;

/**
 * Every merge of this person that has been looked at and not been applied counts as changed: whoever was about to apply it
 * loses the race and looks again. Together with the mark that applying leaves on the quarantines (`fence` in the deps) of
 * the two writes, the end of a quarantine and its merge, the later one always meets the earlier one.
 */
export function outrunMerges(deps: GroupDeps): OutrunMerges {
  const stored = personMergeRepository(deps.connection);
  return async (county, names) => {
    let known: readonly string[] = [];
    for (let round = 0; round < rounds; round++) {
      const { names: all } = await groupOf(deps, county, names);
      if (all.every((name) => known.includes(name))) return;
      await stored.countAsChanged(county, all);
      known = all;
    }
    throw new Error(`${names.join()} became one with others ${rounds} times`);
  };
}

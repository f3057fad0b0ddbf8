import { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { addMissing, indexPlan } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import type { KnownSet, PolicyChoice, RiskLine, StoredSet } from './policy.record';

/** A county has some dozens of sets and choices, and some hundreds of lines in the days that can matter. */
const readAtMost = 2_000;

/** Reads and writes of what a county judges by. Everything is added under an id that follows from its cause. */
export function policyRepository(connection: Connection) {
  const sets = () => recordsIn<StoredSet>(connection.collection('policySets'));
  const choices = () => recordsIn<PolicyChoice>(connection.collection('policyChoices'));
  const lines = () => recordsIn<RiskLine>(connection.collection('riskAreas'));
  return {
    async set(county: string, id: string): Promise<KnownSet | undefined> {
      const found = await sets().findOne({ _id: id, county });
      return found ? known(found) : undefined;
    },
    async sets(county: string): Promise<KnownSet[]> {
      const found = await sets().find({ county }).sort({ code: 1, version: 1 }).limit(readAtMost).toArray();
      return found.map(known);
    },
    choices: (county: string): Promise<PolicyChoice[]> =>
      choices().find({ county }).sort({ from: -1 }).limit(readAtMost).toArray(),
    /** Lines that have no end, or one after `since`. */
    lines: (county: string, since: Date): Promise<RiskLine[]> =>
      lines()
        .find({ county, $or: [{ validTo: { $exists: false } }, { validTo: { $gt: since } }] })
        .sort({ validFrom: -1 })
        .limit(readAtMost)
        .toArray(),

    /** Stores sets; a version that is there already stays as it is. */
    addSets: (county: string, wanted: readonly PolicySet[], storedAt: Date) =>
      addMissing(
        sets(),
        wanted.map((set) => {
          const { code, version } = set;
          return { _id: setId(county, set), county, code, version, set: JSON.stringify(set), storedAt };
        }),
      ),
    addChoice: (choice: PolicyChoice) => addMissing(choices(), [choice]),
    addLines: (wanted: readonly RiskLine[]) => addMissing(lines(), wanted),
    /** Ends a line, unless it has an end already. */
    async endLine(county: string, id: string, validTo: Date, endedBy: string): Promise<void> {
      await lines().updateOne({ _id: id, county, validTo: { $exists: false } }, { $set: { validTo, endedBy } });
    },
  };
}
export type PolicyRepository = ReturnType<typeof policyRepository>;

/** The id of a set in a county: the same for the same code and version. */
export function setId(county: string, { code, version }: Pick<PolicySet, 'code' | 'version'>): string {
  return derivedId(county, 'policy-set', code, String(version));
}

export const policyIndexes = [
  indexPlan('policySets', [{ key: { county: 1, code: 1, version: 1 } }]),
  indexPlan('policyChoices', [{ key: { county: 1, from: 1 } }]),
  indexPlan('riskAreas', [{ key: { county: 1, validFrom: 1 } }]),
];

function known({ _id: id, set }: StoredSet): KnownSet {
  return { id, set: PolicySet.parse(JSON.parse(set)) };
}

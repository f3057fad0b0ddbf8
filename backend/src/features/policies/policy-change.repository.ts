import type { Connection } from 'mongoose';
import { partsIn, recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { changeKind, type PolicyChange } from './policy-change';

export const changeCollection = 'policyChanges';
export const batchKind = 'POLICY_BATCH' as const;
/** A county has some dozens in an epidemic. */
const readAtMost = 500;

/** Reads of changes and of the parts they are applied in; changes are written by `policyChanges`. */
export function policyChangeRepository(connection: Connection) {
  const { collection } = recordModel(connection, changeCollection);
  const changes = recordsIn<PolicyChange>(collection);
  return {
    collection,
    byId: (county: string, id: string) => changes.findOne({ _id: id, county, kind: changeKind }),
    all: (county: string): Promise<PolicyChange[]> =>
      changes.find({ county, scope: county, kind: changeKind }).limit(readAtMost).toArray(),
    parts: partsIn<{ readonly ones: readonly string[] }>(collection, batchKind, 'policyBatch'),
  };
}

import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { beginRecord, recordsIn } from '../../lifecycle';
import { addMissing } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import { changeKind, type PolicyChange } from './policy-change';

export const changeCollection = 'policyChanges';
export const batchKind = 'POLICY_BATCH' as const;
/** A county has some dozens in an epidemic. */
const readAtMost = 500;

/** So many people, to be moved by a change. It ends with its outbox. */
export interface PolicyBatch {
  readonly _id: string;
  readonly county: string;
  readonly about: string;
  readonly detail: { readonly ones: readonly string[] };
}

/** Reads of changes and of the parts they are applied in; changes are written by `policyChanges`. */
export function policyChangeRepository(connection: Connection) {
  const { collection } = recordModel(connection, changeCollection);
  const changes = recordsIn<PolicyChange>(collection);
  const batches = recordsIn<PolicyBatch & { readonly kind: string }>(collection);
  return {
    collection,
    byId: (county: string, id: string) => changes.findOne({ _id: id, county, kind: changeKind }),
    all: (county: string): Promise<PolicyChange[]> =>
      changes.find({ county, scope: county, kind: changeKind }).limit(readAtMost).toArray(),
    batch: (county: string, id: string) => batches.findOne({ _id: id, county, kind: batchKind }),
    /** The same people make the same part, so that asking again adds nothing; others make another part. */
    async addBatch({ _id: about, county }: PolicyChange, ones: readonly string[], now: Date): Promise<void> {
      const area = areaId(county);
      const id = derivedId(county, about, 'batch', ...ones);
      const beginning = { _id: id, county, kind: batchKind, state: 'OPEN', area, scope: scopeOf(area) };
      const record = {
        ...beginRecord(beginning, [{ kind: 'policyBatch' }], now),
        createdAt: now,
        about,
        detail: { ones },
      };
      await addMissing(changes, [record]);
    },
    /** Whether a part of it still waits. */
    async isWaiting({ _id: about, county }: Pick<PolicyChange, '_id' | 'county'>): Promise<boolean> {
      const due = { 'relay.due': { $exists: true } } as object;
      return (await batches.findOne({ county, about, kind: batchKind, ...due })) !== null;
    },
  };
}

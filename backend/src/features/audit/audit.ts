import type { KeyObject } from 'node:crypto';
import type { Connection } from 'mongoose';
import { Problem } from '../../http/problem';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { AnchorStore } from './anchor';
import { auditModels } from './audit.model';
import type { AuditRow } from './audit.record';
import { rowMac, type Verdict, verifyChain } from './chain';

/** A look as it is recorded; `id` is the operation's, so that a repeat records nothing twice. */
export type Look = Omit<AuditRow, '_id' | 'mac' | 'batch'> & { readonly id: string };

export interface LooksQuery {
  readonly county: string;
  readonly kind: string;
  readonly record: string;
  /** Looks before this instant. */
  readonly before?: Date | undefined;
  readonly limit: number;
}

/** Who looked at whose data. */
export interface Audit {
  /**
   * Resolves once the row is stored: only then may the data be answered. A repeat answers the first time.
   * @throws Problem op-id-reused when the operation was another look: it must not open a second record unseen
   */
  record(look: Look): Promise<Date>;
  /** Looks at one record, latest first. */
  looksAt(query: LooksQuery): Promise<AuditRow[]>;
  /** Checks the county's whole chain against the anchors outside the database. */
  verify(county: string): Promise<Verdict>;
}

/** The audit on one database. Rows are written unordered; the sealer chains them some seconds later. */
export function audit(connection: Connection, key: KeyObject, anchors: AnchorStore): Audit {
  const { rows, batches } = auditModels(connection);
  return {
    async record({ id, ...look }) {
      const row = { _id: id, ...look };
      const place = { _id: id, county: look.county };
      const inserted = await rows
        .findOneAndUpdate(
          place,
          { $setOnInsert: { ...look, mac: rowMac(key, row) } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean();
      // of two at the same moment SecantusDB gives the loser nothing
      const kept = inserted ?? (await rows.findOne(place).lean());
      if (!kept || !isSameLook(kept, look)) throw new Problem('op-id-reused');
      return kept.at;
    },
    async looksAt({ county, kind, record, before, limit }) {
      const at = before ? trustedFilter({ at: { $lt: before } }) : {};
      return rows
        .find({ county, kind, record, ...at })
        .sort({ at: -1 })
        .limit(limit)
        .lean();
    },
    async verify(county) {
      // anchors first: a batch sealed while we read must not look like a cut
      const heads = await anchors.read(county);
      const sealed = await batches.find({ county }).sort({ number: 1 }).lean();
      const all = await rows.find({ county }).lean();
      return verifyChain(key, sealed, all.map(withoutLateSeal(sealed.length)), heads);
    },
  };
}

function isSameLook(kept: AuditRow, look: Omit<Look, 'id'>): boolean {
  return (['who', 'kind', 'record', 'did', 'why'] as const).every((field) => kept[field] === look[field]);
}

/** A row sealed after the batches were read counts as not sealed yet. */
function withoutLateSeal(batchesRead: number): (row: AuditRow) => AuditRow {
  return (row) => {
    if (row.batch === undefined || row.batch !== batchesRead) return row;
    const { batch: _late, ...unsealed } = row;
    return unsealed;
  };
}

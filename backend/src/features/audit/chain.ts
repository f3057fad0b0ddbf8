import { createHmac, type KeyObject } from 'node:crypto';
import type { AuditBatch, AuditRow } from './audit.record';

type RowContent = Omit<AuditRow, 'mac' | 'batch'>;

/** What stands before the first row of a county's chain. */
export const genesis = 'genesis';

/** The keyed hash of a row: nobody with the database alone can write a row that passes. */
export function rowMac(key: KeyObject, row: RowContent): string {
  const { _id, county, at, who, role, kind, record, did, why } = row;
  const content = JSON.stringify([_id, county, at.toISOString(), who, role, kind, record, did, why]);
  return createHmac('sha256', key).update(`row\n${content}`).digest('base64url');
}

/** The chain's hash after one more row. */
export function linkAfter(key: KeyObject, previous: string, row: RowContent): string {
  return createHmac('sha256', key)
    .update(`link\n${previous}\n${rowMac(key, row)}`)
    .digest('base64url');
}

/** A head written outside the database: the chain was at least so long, and ended so. */
export interface Anchor {
  readonly county: string;
  readonly length: number;
  readonly head: string;
}

export type Verdict =
  | { readonly whole: true; readonly length: number }
  | { readonly whole: false; readonly firstBad: number };

/**
 * Checks a county's chain from the beginning. Pure.
 * @returns the place of the first row that is changed, missing, added or moved; at the end when the chain is too short
 */
export function verifyChain(
  key: KeyObject,
  batches: readonly AuditBatch[],
  rows: readonly AuditRow[],
  anchors: readonly Anchor[],
): Verdict {
  const byId = new Map(rows.map((row) => [row._id, row]));
  const links: string[] = [];
  for (const [number, batch] of batches.entries()) {
    const bad = checkBatch({ key, batch, number, byId, links });
    if (bad !== undefined) return { whole: false, firstBad: bad };
  }
  const strange = strangeRow(key, batches, rows);
  const cut = anchors.find(({ length, head }) => links[length - 1] !== head);
  const bad = [...(strange === undefined ? [] : [strange]), ...(cut ? [Math.min(cut.length - 1, links.length)] : [])];
  return bad.length === 0 ? { whole: true, length: links.length } : { whole: false, firstBad: Math.min(...bad) };
}

interface BatchCheck {
  readonly key: KeyObject;
  readonly batch: AuditBatch;
  readonly number: number;
  readonly byId: ReadonlyMap<string, AuditRow>;
  /** All links so far; grows. */
  readonly links: string[];
}

/** The place of the first bad row of a batch. */
function checkBatch({ key, batch, number, byId, links }: BatchCheck): number | undefined {
  if (batch.number !== number || batch.first !== links.length) return links.length;
  for (const [place, id] of batch.rows.entries()) {
    const row = byId.get(id);
    if (!row || row.batch !== batch.number || row.mac !== rowMac(key, row)) return links.length;
    const link = linkAfter(key, links.at(-1) ?? genesis, row);
    if (link !== batch.links[place]) return links.length;
    links.push(link);
  }
  return batch.links.length === batch.rows.length ? undefined : links.length;
}

/** A row that says it is sealed and is in no batch, or that was not written by us. */
function strangeRow(key: KeyObject, batches: readonly AuditBatch[], rows: readonly AuditRow[]): number | undefined {
  const sealed = new Set(batches.flatMap((batch) => batch.rows));
  const strange = rows.filter(
    (row) => !sealed.has(row._id) && (row.batch !== undefined || row.mac !== rowMac(key, row)),
  );
  const places = strange.map(({ batch }) => batches.find(({ number }) => number === batch)?.first ?? sealed.size);
  return places.length === 0 ? undefined : Math.min(...places);
}

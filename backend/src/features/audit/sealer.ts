import { type KeyObject, randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import { withIds } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { Logger } from '../../platform/logger';
import type { Metrics } from '../../platform/metrics';
import { repeatedly } from '../../platform/repeatedly';
import type { AnchorStore } from './anchor';
import { auditModels } from './audit.model';
import type { AuditBatch, AuditRow } from './audit.record';
import { genesis, linkAfter, rowMac } from './chain';
import { sealLease } from './seal-lease.repository';

export interface SealerOptions {
  readonly connection: Connection;
  readonly key: KeyObject;
  readonly anchors: AnchorStore;
  readonly counties: readonly string[];
  readonly now: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Shorter in tests. Milliseconds. */
  readonly leaseMs?: number;
}

export interface Sealer {
  readonly name: string;
  start(): void;
  stop(): Promise<void>;
  /** Chains what is there now; answers how many rows. For whoever holds the lease. */
  sealNow(county: string): Promise<number>;
  /** One turn over all counties: seals those whose lease is free or held here. */
  takeTurn(): Promise<void>;
  /** Raises the alarm for a row that waits too long. */
  watchNow(county: string): Promise<boolean>;
}

const everyMs = 3_000;
const batchSize = 500;
/** A row unsealed after a minute means that no sealer works (handbook 8). */
const alarmMs = 60_000;

/**
 * Chains audit rows in batches. A lease a county keeps two processes from sealing at once. The batch's own `_id`
 * (county and number) is the fence behind it: should a sealer be held up until its lease has passed to another, of the
 * two that chain the same rows one inserts the batch, and the other begins anew.
 */
export function auditSealer(options: SealerOptions): Sealer {
  const { counties, log } = options;
  const alarm = alarmOf(options);
  const sealNow = sealing(options, alarm);
  const watchNow = watching(options, alarm);
  const isWaiting = waitingRows(options.connection);
  const lease = sealLease(options.connection, randomUUID(), options.leaseMs);

  async function takeTurn(): Promise<void> {
    for (const county of counties) {
      await sealHeld(county).catch((error: unknown) => log.warn({ err: error, county }, 'sealing will be tried again'));
      await watchNow(county).catch(() => alarm('audit-unwatched', county));
    }
  }

  async function sealHeld(county: string): Promise<void> {
    // while nobody looks at anybody, the lease is nobody's: an idle county costs no writes
    if ((await isWaiting(county)) && (await lease.hold(county))) await sealNow(county);
  }

  const turns = repeatedly(everyMs, takeTurn, {
    onError: (error) => log.warn({ err: error }, 'sealing will be tried again'),
  });

  return {
    name: 'audit sealer',
    sealNow,
    takeTurn,
    watchNow,
    start: turns.start,
    async stop() {
      await turns.stop();
      // a lease that is not given up ends by itself
      await Promise.allSettled(counties.map(lease.release));
    },
  };
}

/** Rows without a batch; said as an equality, which an index serves. */
const unsealed = (county: string): object => ({ county, batch: null });

/** Whether rows are not marked as sealed: new ones, or those of a batch whose sealer died before marking them. */
function waitingRows(connection: Connection): (county: string) => Promise<boolean> {
  const { rows } = auditModels(connection);
  return async (county) => (await rows.exists(unsealed(county))) !== null;
}

type Alarm = (name: string, county: string) => void;

function alarmOf({ metrics, log }: SealerOptions): Alarm {
  return (name, county) => {
    metrics.countAlarm(name);
    log.error({ alarm: name, county }, 'audit alarm');
  };
}

function sealing({ connection, key, anchors, now }: SealerOptions, alarm: Alarm): Sealer['sealNow'] {
  const { rows, batches } = auditModels(connection);

  async function mark({ county, number, first, rows: ids, links }: AuditBatch): Promise<void> {
    await rows.updateMany(trustedFilter(withIds(county, ids)), { $set: { batch: number } });
    await anchors.write({ county, length: first + ids.length, head: links.at(-1) ?? genesis });
  }

  /** A sealer that died after its insert left rows unmarked: its successor marks them. */
  async function finish(last: AuditBatch): Promise<void> {
    const marked = await rows.countDocuments({ county: last.county, batch: last.number });
    if (marked < last.rows.length) await mark(last);
  }

  return async (county) => {
    const last = (await batches.findOne({ county }).sort({ number: -1 }).lean()) ?? undefined;
    if (last) await finish(last);
    const waiting = await rows.find(unsealed(county)).sort({ at: 1 }).limit(batchSize).lean();
    // a row that we did not write is no part of our chain; verify names it
    const fresh = waiting.filter((row) => row.mac === rowMac(key, row));
    if (fresh.length < waiting.length) alarm('audit-foreign-row', county);
    if (fresh.length === 0) return 0;
    const batch = nextBatch(key, county, last, fresh, now());
    await batches.create(batch);
    await mark(batch);
    return fresh.length;
  };
}

/** The batch that follows `last` and holds these rows. Pure. */
function nextBatch(
  key: KeyObject,
  county: string,
  last: AuditBatch | undefined,
  rows: readonly AuditRow[],
  sealedAt: Date,
): AuditBatch {
  let link = last?.links.at(-1) ?? genesis;
  const links = rows.map((row) => {
    link = linkAfter(key, link, row);
    return link;
  });
  const number = last ? last.number + 1 : 0;
  const first = last ? last.first + last.rows.length : 0;
  return { _id: `${county}:${number}`, county, number, first, rows: rows.map(({ _id }) => _id), links, sealedAt };
}

function watching({ connection, now, metrics }: SealerOptions, alarm: Alarm): Sealer['watchNow'] {
  const { rows } = auditModels(connection);
  return async (county) => {
    const oldest = await rows.findOne(unsealed(county)).sort({ at: 1 }).lean();
    const ageMs = oldest ? now().getTime() - oldest.at.getTime() : 0;
    metrics.setGauge('audit_unsealed_oldest_seconds', ageMs / 1000);
    if (ageMs <= alarmMs) return false;
    alarm('audit-unsealed', county);
    return true;
  };
}

import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import type { Connection } from 'mongoose';
import { trustedFilter } from '../src/platform/database/trusted-filter';
import { taskModel } from '../src/tasks';
import { county } from './sample';

/** What the peers answer to: the least that can be written for the same effect, with nothing checked. */
export function barePeers(connection: Connection, listedGrid: string, limit: number): ReturnType<Koa['callback']> {
  const { collection } = taskModel(connection);
  const volunteers = connection.collection('volunteers');
  const list = {
    county,
    kind: 'DELIVERY' as const,
    scope: listedGrid,
    state: { $in: ['TRIAGED', 'HANDOVER_PENDING'] },
  };
  const sort = { priority: 1, waitingSince: 1 } as const;
  const koa = new Koa();
  koa.use(bodyParser());
  koa.use(async (ctx) => {
    if (ctx.path === '/claim')
      ctx.body = JSON.stringify(await claim(ctx.request.body as Claim)); // we send it ourselves
    else if (ctx.path === '/list')
      ctx.body = JSON.stringify(await collection.find(list).sort(sort).limit(limit).toArray());
    else if (ctx.path === '/hydrated') ctx.body = JSON.stringify(await hydrated());
    ctx.type = 'application/json';
  });

  interface Claim {
    readonly task: string;
    readonly person: string;
    readonly opId: string;
  }

  /** A place, then the task: the same two writes, guarded the same way. */
  async function claim({ task, person, opId }: Claim) {
    const now = new Date();
    await volunteers.updateOne(
      {
        _id: person as never, // our ids are strings
        county,
        healthHold: false,
        'duty.on': true,
        'duty.until': { $gt: now },
        'seats.task': { $ne: task },
        $expr: { $lt: [{ $size: '$seats' }, '$seatLimit'] },
      },
      { $push: { seats: { task, opId, at: now } as never } },
    );
    return collection.findOneAndUpdate(
      { _id: task as never, county, kind: 'DELIVERY', state: 'TRIAGED' },
      {
        $set: { state: 'ACCEPTED', 'assignment.assignee': person, 'assignment.claimOp': opId },
        $inc: { revision: 1 },
        $push: { history: { action: 'claim', by: person, opId, at: now } as never },
      },
      { returnDocument: 'after' },
    );
  }

  /** The same list by mongoose's documents, as most projects read it. */
  const hydrated = () => taskModel(connection).find(trustedFilter(list)).sort(sort).limit(limit);
  return koa.callback();
}

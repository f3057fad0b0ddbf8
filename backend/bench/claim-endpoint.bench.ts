import { load, type Shot } from './http-load';
import { newId } from './sample';
import type { ServerPlan } from './server-messages';
import { type ServerProcess, startServer } from './server-process';
import type { Comparison } from './side-by-side';
import { httpSideBySide, lessIsBetter, moreIsBetter } from './side-by-side-http';

const times = 150;
const together = 16;
/** The seat and the task. */
const writesOfPeer = 2;

/** P1: the claim endpoint as a phone calls it, beside a bare Koa handler that does the same two writes by the driver. */
export async function claimEndpointBench(plan: Omit<ServerPlan, 'what'>): Promise<Comparison[]> {
  const server = await startServer({ ...plan, what: 'app' });
  try {
    await visits(server);
    const shots = { ours: oursOf(server), bare: bareOf(server) };
    const { ours, bare } = await httpSideBySide({ server, shots, times, together });
    const named = { goal: 'P1', what: 'the whole claim endpoint', peer: 'bare Koa, the same two writes' };
    return [
      moreIsBetter(named, ours.perSecond, bare.perSecond, 0.8),
      lessIsBetter({ ...named, what: 'its slowest of 100' }, ours.p99, bare.p99, 1.3),
      lessIsBetter({ ...named, what: 'its processor time' }, ours.cpu, bare.cpu),
      await trips({ ...plan, dbName: `${plan.dbName}-trips` }),
    ];
  } finally {
    await server.stop();
  }
}

function oursOf({ urls, facts }: ServerProcess): () => Shot {
  const { mine = [], tokens = [] } = facts;
  let next = 0;
  return () => {
    const task = mine[next] ?? '';
    const token = tokens[next % tokens.length] ?? '';
    next++;
    return { method: 'POST', url: `${urls.ours}/api/v1/deliveries/${task}/claim`, token, body: { opId: newId() } };
  };
}

/** Each phone has asked for something in the minute before, as those of people on duty do every quarter of one. */
async function visits({ urls, facts }: ServerProcess): Promise<void> {
  const { tokens = [] } = facts;
  let next = 0;
  const held = (): Shot => ({ method: 'GET', url: `${urls.ours}/api/v1/work/mine`, token: tokens[next++] ?? '' });
  await load(held, tokens.length, together);
}

function bareOf({ urls, facts }: ServerProcess): () => Shot {
  const { theirs = [], volunteers = [] } = facts;
  let next = 0;
  return () => {
    const body = { task: theirs[next], person: volunteers[next % volunteers.length], opId: newId() };
    next++;
    return { method: 'POST', url: `${urls.bare}/claim`, body };
  };
}

/** Commands that one claim sends to the database, counted where the driver sends them. */
async function trips(plan: Omit<ServerPlan, 'what'>): Promise<Comparison> {
  const server = await startServer({ ...plan, what: 'app', count: true });
  try {
    await visits(server);
    const shot = oursOf(server);
    await load(shot, 20, 1);
    const before = (await server.spent()).commands;
    await load(shot, times, 1);
    const after = (await server.spent()).commands;
    const each = Object.entries(after).map(([name, count]) => [name, (count - (before[name] ?? 0)) / times] as const);
    const often = each.filter(([, count]) => count >= 0.5);
    const ours = often.reduce((sum, [, count]) => sum + count, 0);
    const named = often.map(([name, count]) => `${Math.round(count)} ${name}`).join(', ');
    const what = { goal: 'P1', what: `its round trips (${named})`, peer: 'the two writes' };
    return lessIsBetter(what, ours, writesOfPeer, 1, '');
  } finally {
    await server.stop();
  }
}

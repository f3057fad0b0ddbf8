/** The process that is measured: opens the servers of a plan and tells what they spent. Started by `startServer`. */
import { openApp } from './app-server';
import { openLiveServers } from './live-servers';
import { openMiddleware } from './middleware-servers';
import type { Asked, Listening, ServerPlan, Spent } from './server-messages';

/** What a plan opened. */
export interface Opened {
  readonly urls: Listening['urls'];
  readonly facts?: Listening['facts'];
  readonly commands?: Spent['commands'];
  tell?(what: string, times: number): Promise<void>;
  close(): Promise<void>;
}

const open: Readonly<Record<ServerPlan['what'], (plan: ServerPlan) => Promise<Opened>>> = {
  app: openApp,
  middleware: openMiddleware,
  live: openLiveServers,
};

let opened: Opened | undefined;

function spent(): Spent {
  // what waits to be collected is not held
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  return { kind: 'spent', cpuMicros: user + system, rss: process.memoryUsage.rss(), commands: { ...opened?.commands } };
}

async function answer(asked: Asked): Promise<void> {
  if (asked.kind === 'start') {
    opened = await open[asked.plan.what](asked.plan);
    process.send?.({ kind: 'listening', urls: opened.urls, facts: opened.facts ?? {} } satisfies Listening);
  } else if (asked.kind === 'stop') {
    await opened?.close();
    process.exit(0);
  } else {
    if (asked.kind === 'tell') await opened?.tell?.(asked.what, asked.times);
    process.send?.(spent());
  }
}

process.on('message', (asked: Asked) => {
  answer(asked).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
// the parent went away
process.on('disconnect', () => process.exit(1));

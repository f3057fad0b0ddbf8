import { fork } from 'node:child_process';
import path from 'node:path';
import type { Answer, Asked, Listening, ServerPlan, Spent } from './server-messages';

/** A server in a process of its own, so that what it spends is told apart from what asking it costs. */
export interface ServerProcess {
  /** Address by name, e.g. `ours` and `bare`. */
  readonly urls: Readonly<Record<string, string>>;
  readonly facts: Listening['facts'];
  /** Processor time and memory so far. */
  spent(): Promise<Spent>;
  /** Does what only the inside can do, e.g. tell all live sockets something. */
  tell(what: string, times: number): Promise<Spent>;
  stop(): Promise<void>;
}

/** Starts `servers.ts` for a plan and waits until it listens. */
export async function startServer(plan: ServerPlan): Promise<ServerProcess> {
  const child = fork(path.join(__dirname, 'servers.ts'), [], { execArgv: ['--expose-gc', '--import', 'tsx'] });
  let take: (answer: Answer) => void = () => undefined;
  child.on('message', (answer: Answer) => take(answer));
  const died = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`the measured server ended with ${code}`))),
  );
  // it may end long after anybody asked it
  died.catch(() => undefined);
  const ask = (asked: Asked): Promise<Answer> => {
    const answer = new Promise<Answer>((resolve) => {
      take = resolve;
    });
    child.send(asked);
    return Promise.race([answer, died]);
  };
  const spentBy = async (asked: Asked) => {
    const answer = await ask(asked);
    if (answer.kind !== 'spent') throw new Error('another answer was expected');
    return answer;
  };
  const listening = await ask({ kind: 'start', plan });
  if (listening.kind !== 'listening') throw new Error('another answer was expected');
  return {
    urls: listening.urls,
    facts: listening.facts,
    spent: () => spentBy({ kind: 'spent' }),
    tell: (what, times) => spentBy({ kind: 'tell', what, times }),
    async stop() {
      const ended = died.catch(() => undefined);
      child.send({ kind: 'stop' } satisfies Asked);
      await ended;
    },
  };
}

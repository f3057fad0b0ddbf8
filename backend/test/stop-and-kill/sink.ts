import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One entry that reached the consumer, the first time it did. */
export interface Effect {
  readonly id: string;
  readonly task: string;
  readonly step: number;
  readonly at: number;
}

export interface Sink {
  readonly url: string;
  /** In the order of their arrival; each entry once, since the consumer dedupes by its id. */
  readonly effects: ReadonlyMap<string, Effect>;
  /** Calls that came again after they had had their effect. */
  repeats(): number;
  setFailing(share: number): void;
  /** From now on calls are neither answered nor carried out. */
  hold(): void;
  /** Calls that wait. */
  held(): number;
  /** Carries out what waits, but for calls of whoever is gone. */
  letGo(): void;
  close(): Promise<void>;
}

/** A consumer outside of our process: of the failing calls half have had their effect all the same. */
export async function openSink(random: () => number): Promise<Sink> {
  const effects = new Map<string, Effect>();
  let repeats = 0;
  let failing = 0;
  let isHolding = false;
  let held: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const { id, task, step }: Omit<Effect, 'at'> = JSON.parse(Buffer.concat(parts).toString());
    if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
    // whoever called is gone: what was held has no effect
    if (response.destroyed) return;
    const fails = random() < failing;
    if (!fails || random() < 0.5) {
      if (effects.has(id)) repeats++;
      else effects.set(id, { id, task, step, at: Date.now() });
    }
    response.statusCode = fails ? 500 : 200;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP gives this shape
  const letGo = () => {
    isHolding = false;
    for (const go of held) go();
    held = [];
  };
  return {
    url: `http://127.0.0.1:${port}`,
    effects,
    repeats: () => repeats,
    setFailing(share) {
      failing = share;
    },
    hold() {
      isHolding = true;
    },
    held: () => held.length,
    letGo,
    async close() {
      letGo();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

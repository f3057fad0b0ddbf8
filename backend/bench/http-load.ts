import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request of a load, made anew each time. */
export interface Shot {
  readonly method: string;
  readonly url: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** What a load met: microseconds of each answer, sorted. */
export interface LoadResult {
  readonly times: readonly number[];
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** An answer that is not 200, with what it said. */
class OtherAnswer extends Error {
  constructor(
    readonly status: number | undefined,
    said: string,
  ) {
    super(`${status}: ${said.slice(0, 300)}`);
  }
}

/** Sends one request. @throws OtherAnswer */
export function shoot({ method, url, token, body }: Shot): Promise<string> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve(said) : reject(new OtherAnswer(answer.statusCode, said)),
      );
    });
    sent.once('error', reject);
    sent.end(text);
  });
}

const busy = 503;
const againMs = 1_000;

/** Sends one request, again for as long as the server says that it is busy: what it weighs is asked, not how fast it is. */
export async function shootPatiently(shot: Shot): Promise<string> {
  for (;;) {
    try {
      return await shoot(shot);
    } catch (error) {
      if (!(error instanceof OtherAnswer) || error.status !== busy) throw error;
      await sleep(againMs);
    }
  }
}

/** Sends `times` requests, `together` at once: a closed loop, for ratios; not for what a burst feels like. */
export async function load(make: () => Shot, times: number, together: number, send = shoot): Promise<LoadResult> {
  const taken: number[] = [];
  let left = times;
  const began = performance.now();
  const one = async () => {
    while (left-- > 0) {
      const at = performance.now();
      await send(make());
      taken.push((performance.now() - at) * 1000);
    }
  };
  await Promise.all(Array.from({ length: together }, one));
  return { times: taken.sort((a, b) => a - b), seconds: (performance.now() - began) / 1000 };
}

export function closeLoad(): void {
  agent.destroy();
}

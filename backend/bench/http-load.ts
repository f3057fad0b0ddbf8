import { Agent, request } from 'node:http';

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

/** Sends one request. @throws when the answer is not 200, with what it said */
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
        answer.statusCode === 200 ? resolve(said) : reject(new Error(`${answer.statusCode}: ${said.slice(0, 300)}`)),
      );
    });
    sent.once('error', reject);
    sent.end(text);
  });
}

/** Sends `times` requests, `together` at once: a closed loop, for ratios; not for what a burst feels like. */
export async function load(make: () => Shot, times: number, together: number): Promise<LoadResult> {
  const taken: number[] = [];
  let left = times;
  const began = performance.now();
  const one = async () => {
    while (left-- > 0) {
      const at = performance.now();
      await shoot(make());
      taken.push((performance.now() - at) * 1000);
    }
  };
  await Promise.all(Array.from({ length: together }, one));
  return { times: taken.sort((a, b) => a - b), seconds: (performance.now() - began) / 1000 };
}

export function closeLoad(): void {
  agent.destroy();
}

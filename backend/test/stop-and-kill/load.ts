import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One write that a client was told is done. */
export interface Acknowledged {
  readonly record: string;
  readonly opId: string;
}

export interface LoadLog {
  readonly acknowledged: Acknowledged[];
  /** Requests that were accepted and then got no answer, or an answer of failure. */
  failed: number;
  readonly failures: Map<string, number>;
}

export interface Load {
  readonly log: LoadLog;
  /** Ends it once every request under way has its outcome. */
  stop(): Promise<LoadLog>;
}

export interface LoadPlan {
  readonly url: string;
  readonly token: string;
  readonly clients: number;
  readonly records: readonly string[];
  readonly newId: () => string;
}

const resendMs = 100;

/**
 * Clients that write one note after another over connections of their own, each with a new operation id. Whatever was
 * not acknowledged is not sent again: what counts is only what somebody was told.
 */
export function startLoad({ url, token, clients, records, newId }: LoadPlan): Load {
  const log: LoadLog = { acknowledged: [], failed: 0, failures: new Map() };
  let running = true;
  let next = 0;
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (running) {
      const record = records[next++ % records.length] ?? '';
      const opId = newId();
      const outcome = await post(`${url}/api/v1/deliveries/${record}/note`, token, { opId, words: '在门口' }, agent);
      if (outcome === 'done') log.acknowledged.push({ record, opId });
      else {
        // nobody was listening: this request never was under way
        if (outcome !== 'ECONNREFUSED') log.failed++;
        log.failures.set(outcome, (log.failures.get(outcome) ?? 0) + 1);
        await sleep(resendMs);
      }
    }
    agent.destroy();
  };
  const ended = Promise.all(Array.from({ length: clients }, client));
  return {
    log,
    async stop() {
      running = false;
      await ended;
      return log;
    },
  };
}

/** @returns 'done', or what went wrong: an error code, or the status and its problem */
function post(address: string, token: string, body: object, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? 'done' : `${answer.statusCode} ${text.slice(0, 80)}`));
      answer.on('error', (error) => resolve(`answer broke off: ${error.message}`));
    });
    sent.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    sent.end(JSON.stringify(body));
  });
}

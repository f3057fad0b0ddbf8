import { endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import { makeLogger } from '../platform/logger';
import { startTestApp } from '../testing/test-app';
import { mountPublic } from './mount';

const canaries = ['李秀英', '10000009999', '样例路8号', 'canary-token-4471'];
const failing = endpoint({
  name: 'failing',
  method: 'POST',
  path: '/failing/{id}',
  access: 'public',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({ q: z.optional(z.string()) }),
  body: z.strictObject({ name: z.string(), phone: z.string(), note: z.optional(z.string()) }),
  response: z.object({}),
  summary: 'Fails with everything it was given.',
});

/** Sends every canary by every way in; answers the log. */
async function logOf(leak: (text: string, log: ReturnType<typeof makeLogger>) => void): Promise<string> {
  const lines: string[] = [];
  const log = makeLogger({ level: 'trace', stream: { write: (line) => lines.push(line) } });
  const app = await startTestApp({
    log,
    openFeatures: async () => [
      {
        routes: [
          mountPublic(failing, ({ body, query, params }) => {
            const text = JSON.stringify({ body, query, params });
            leak(text, log);
            throw Object.assign(new Error(text), { command: text, errInfo: text });
          }),
        ],
      },
    ],
  });
  try {
    for (const canary of canaries) {
      const at = encodeURIComponent(canary);
      const headers = { 'user-agent': at, 'x-forwarded-for': at, authorization: `Bearer ${at}`, referer: at };
      await app.call('POST', `/failing/${at}?q=${at}`, {
        body: { name: canary, phone: canary, note: canary },
        headers,
      });
      await app.call('POST', `/failing/${at}?q=${at}&${at}=1`, { body: { name: { [canary]: canary } }, headers });
      await app.call('POST', `/failing/${at}`, { body: `{"name":"${canary}` });
      await app.call('GET', `/me`, { headers });
      await app.call('POST', '/sign-in/phone', { body: { phone: '10000009999', code: '123456', device: canary } });
    }
  } finally {
    await app.close();
  }
  expect(lines.length).toBeGreaterThan(20);
  return lines.join('');
}

function found(log: string): string[] {
  return canaries.filter((canary) =>
    [canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64')].some((form) => log.includes(form)),
  );
}

test('nothing that a person typed reaches the log, also when the code fails with it', async () => {
  const log = await logOf((_text, logger) =>
    logger.info({ phone: '10000009999', body: { name: '李秀英' }, person: { address: '样例路8号' } }, 'careless'),
  );
  expect(found(log)).toEqual([]);
  expect(log).toContain('/api/v1/failing/{id}');
});

test('control: a line that does repeat what was typed is found by this very scan', async () => {
  const log = await logOf((text, logger) => logger.info(text));
  expect(found(log)).toEqual(canaries);
});

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openapi } from '@grid-relief/backend/src/http/openapi';
import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import { openBook } from './book';
import { callerFor, tries } from './callers';
import type { Result } from './campaign';
import { withExamples } from './described';
import { missedFaults, plantedCount, spoiltOperations, spoiltReply } from './faults';
import { openFront, placeholder, type Reply } from './front';
import { operationFinder, operationsOf } from './operations';
import { readFuzzOptions } from './options';
import { settingsFile } from './settings';
import { verdictOf } from './verdict';

const operations = operationsOf(openapi(allEndpoints));
const find = operationFinder(operations, '/api/v1');
const reply = (status: number, body: unknown = {}): Reply => ({
  status,
  headers: [],
  body: Buffer.from(JSON.stringify(body)),
});

test('when the command line is read, nonsense is refused and a seed is drawn', () => {
  expect(readFuzzOptions(['--cases', '50000', '--seed', '7'])).toEqual({ cases: 50_000, seed: 7, boundariesOneIn: 1 });
  expect(readFuzzOptions(['--boundaries-one-in', '2']).boundariesOneIn).toBe(2);
  expect(readFuzzOptions([], () => 0.5).seed).toBe(2 ** 30);
  for (const args of [
    ['--cases', '0'],
    ['--cases', 'many'],
    ['--seed', '1.5'],
    ['--boundaries-one-in', '0'],
    ['--wat'],
  ]) {
    expect(() => readFuzzOptions(args)).toThrow();
  }
});

test('when there is an operation, somebody whom its door lets in tries its boundaries', () => {
  const left = allEndpoints.filter((endpoint) => !tries(callerFor(endpoint), endpoint)).map(({ name }) => name);
  expect(left).toEqual([]);
  expect(operations.map(({ id }) => id).sort()).toEqual(allEndpoints.map(({ name }) => name).sort());
});

test('when an address is looked up, a fixed word goes before a parameter', () => {
  expect(find('GET', '/api/v1/deliveries/mine?limit=1')?.id).toBe('myDeliveries');
  expect(find('GET', '/api/v1/deliveries/x')?.id).toBe('getDelivery');
  expect(find('PATCH', '/api/v1/deliveries/x')).toBeUndefined();
});

describe('the book of what was seen on the wire', () => {
  function verdictAfter(requests: [string, string, Reply][], more: Partial<Result> = {}) {
    const book = openBook(operations, '/api/v1');
    for (const [method, address, answer] of requests) book.note(method, address, answer);
    const result = { operations, book, outcomes: [], repeated: 0, planted: 5, missed: [], ...more };
    return verdictOf(result);
  }
  const everyOperation = operations.map(({ method, path }): [string, string, Reply] => [
    method,
    `/api/v1${path.replace('{id}', 'x')}`,
    reply(200),
  ]);

  test('when every operation was reached and answers what is described, all pass', () => {
    const { failed, lines } = verdictAfter(everyOperation);
    expect([failed, lines.at(-1)]).toEqual([0, `${operations.length + 5} passed, 0 failed`]);
  });

  const bad: [string, [string, string, Reply][], RegExp][] = [
    ['a server error', [['GET', '/api/v1/me', reply(500)]], /GET \/me: answered 500/],
    ['a status that is not described', [['GET', '/api/v1/me', reply(202)]], /GET \/me: answered 202, which is not/],
    ['an answer to what is no operation', [['PATCH', '/api/v1/me', reply(200)]], /no operation: answered 200 to PATCH/],
  ];
  test.each(bad)('when there is %s, it fails', (_, requests, line) => {
    const { failed, lines } = verdictAfter([...everyOperation, ...requests]);
    expect([failed, lines.join('\n')]).toEqual([1, expect.stringMatching(line)]);
  });

  test('when an operation was never reached, or a planted fault went unnoticed, it fails', () => {
    expect(verdictAfter(everyOperation.slice(1)).failed).toBe(1);
    expect(verdictAfter(everyOperation, { missed: ['getMe answers too much'] }).failed).toBe(1);
    const nowhere = reply(404, { type: 'https://x/problems/no-such-route' });
    expect(verdictAfter([...everyOperation.slice(1), ['GET', '/api/v1/areas', nowhere]]).failed).toBe(1);
  });
});

test('when a fault is planted, the answer is spoilt, and a run that finds nothing is told of each', () => {
  expect(spoiltReply(find('GET', '/api/v1/shops'), reply(200)).status).toBe(500);
  expect(spoiltReply(find('GET', '/api/v1/me'), reply(200)).body.toString()).toContain('idNumber');
  expect(spoiltReply(find('GET', '/api/v1/runs'), reply(200))).toEqual(reply(200));
  const nothing = { complete: true, operations: { tested: 5, errored: 0 }, test_cases: { generated: 9 }, failures: [] };
  expect(missedFaults(operations, nothing)).toHaveLength(plantedCount);
  expect(spoiltOperations.filter((id) => !operations.some((operation) => operation.id === id))).toEqual([]);
  const found = { type: 'ServerError', title: 'Server error', operations: ['GET /shops'] };
  expect(missedFaults(operations, { ...nothing, failures: [found] }).join()).not.toContain('listShops');
});

test('when the description is filled in, real records stand where one is named', () => {
  const reach = { records: { deliveries: ['d1'], households: ['h1'] }, forAction: { 'deliveries note': ['d2'] } };
  const filled = JSON.stringify(withExamples(openapi(allEndpoints), allEndpoints, reach, ([first]) => first));
  expect([...new Set(filled.match(/"example":"\w+"/g))].sort()).toEqual([
    '"example":"d1"',
    '"example":"d2"',
    '"example":"h1"',
  ]);
  const trials = [{ operation: 'deliveryNote', thorough: true, ids: ['d2'] }];
  const settings = settingsFile({ trials, records: reach.records, examples: 3, headers: { A: 'b' } });
  expect(settings).toContain('deliveryNote = { values = ["d2"] }');
  expect(settings).toContain('"A" = "b"');
});

describe('the proxy in front', () => {
  let server: Server;
  const seen: IncomingHttpHeaders[] = [];
  const answers: [number, unknown][] = [];
  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      seen.push(incoming.headers);
      const [status, body] = answers.shift() ?? [200, {}];
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server.close());

  test('when a sign-in has run out or the server is too busy, the request is sent again, each from an address', async () => {
    const { port } = server.address() as AddressInfo; // listening on TCP gives this shape
    let token = 'old';
    const signIn = {
      token: async () => token,
      renew: async () => {
        token = 'new';
      },
    };
    const look = (_method: string, _address: string, answer: Reply) => answer;
    const front = await openFront({ target: `http://127.0.0.1:${port}`, signIn, look });
    answers.push([401, {}], [503, { type: 'https://x/problems/overloaded' }], [200, { fine: true }]);
    const whole = await fetch(`${front.address}/x`, { headers: { authorization: placeholder } });
    expect([whole.status, await whole.json(), front.repeated()]).toEqual([200, { fine: true }, 1]);
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new', 'Bearer new']);
    expect(seen[0]?.['x-forwarded-for']).toMatch(/^10(\.\d+){3}$/);
    answers.push([503, { type: 'https://x/problems/unavailable' }]);
    const own = await fetch(`${front.address}/x`, { headers: { authorization: 'Bearer own' } });
    expect([own.status, seen.at(-1)?.authorization]).toEqual([503, 'Bearer own']);
    await front.stop();
  });
});

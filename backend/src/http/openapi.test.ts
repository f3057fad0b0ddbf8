import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import { openapi } from './openapi';

const document = openapi(allEndpoints);
const text = JSON.stringify(document);

test('every endpoint is described, under its own operation id', () => {
  const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
  expect(ids.sort()).toEqual(allEndpoints.map(({ name }) => name).sort());
});

type Described = Record<string, Record<string, { $ref?: string; headers?: Record<string, unknown> }>>;
const { components, paths } = document as unknown as { components: Described; paths: Described }; // as openapi writes it

/** What an operation says it may answer, by status, with references followed. */
function answersOf(operation: string): Record<string, string> {
  const found = Object.values(paths).flatMap((methods) => Object.values(methods));
  const { responses = {} } = found.find((one) => 'operationId' in one && one.operationId === operation) as {
    responses?: Record<string, { $ref?: string }>;
  };
  const named = Object.entries(responses).map(([status, { $ref = '' }]) => [status, $ref.split('/').pop() ?? '']);
  return Object.fromEntries(named);
}

test('what recurs is told once, and every reference leads somewhere', () => {
  const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to));
  const places = Object.entries(components).flatMap(([kind, all]) =>
    Object.keys(all).map((name) => `#/components/${kind}/${name}`),
  );
  expect([...references].filter((to) => !places.includes(to ?? ''))).toEqual([]);
  expect(references).toContain('#/components/schemas/DeliveryView');
  expect(text).not.toContain('$defs');
});

test('every operation names what can go wrong by type, whatever its own contract is silent about', () => {
  expect(answersOf('getMe')).toEqual({
    '200': '',
    '400': 'malformed-body',
    '401': 'not-signed-in.token-expired',
    '403': 'account-blocked',
    '408': 'request-too-slow',
    '422': 'invalid-input',
    '426': 'client-too-old',
    '431': 'headers-too-large',
    '500': 'internal',
    '503': 'overloaded',
  });
  expect(answersOf('deliveryNote')).toMatchObject({
    '403': 'account-blocked.not-allowed',
    '404': 'no-such-route.not-found',
    '405': 'method-not-allowed',
    '413': 'body-too-large',
    '415': 'unsupported-media',
    '422': 'invalid-input.op-id-reused',
    '503': 'outcome-unknown.overloaded',
  });
  expect(answersOf('requestCode')).toMatchObject({ '429': 'too-many-requests' });
});

test('headers are told where they always come', () => {
  const headers = (name: string) => Object.keys(components.responses?.[name]?.headers ?? {});
  expect(headers('too-many-requests')).toEqual(['X-Request-Id', 'Retry-After']);
  expect(headers('outcome-unknown.overloaded')).toEqual(['X-Request-Id', 'Retry-After']);
  expect(headers('method-not-allowed')).toEqual(['X-Request-Id', 'Allow']);
  expect(headers('not-signed-in.token-expired')).toEqual(['X-Request-Id', 'WWW-Authenticate']);
  expect(headers('internal')).toEqual(['X-Request-Id']);
});

test('an answer of bytes names its content types, and a body is optional where nothing in it is required', () => {
  expect(paths['/files/{id}']).toMatchObject({
    get: { responses: { '200': { content: { 'image/jpeg': {}, 'audio/webm': {} } } } },
  });
  expect(paths['/households/find']).toMatchObject({ post: { requestBody: { required: false } } });
  expect(paths['/deliveries']).toMatchObject({ post: { requestBody: { required: true } } });
});

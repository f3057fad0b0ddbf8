import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import { openapi } from './openapi';

const document = openapi(allEndpoints);
const text = JSON.stringify(document);

test('every endpoint is described, under its own operation id', () => {
  const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
  expect(ids.sort()).toEqual(allEndpoints.map(({ name }) => name).sort());
});

test('what recurs is told once, and every reference leads somewhere', () => {
  const { schemas } = document.components as { schemas: Record<string, unknown> }; // as openapi writes it
  const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to));
  const places = Object.keys(schemas).map((name) => `#/components/schemas/${name}`);
  expect([...references].filter((to) => !places.includes(to ?? ''))).toEqual([]);
  expect(references).toContain('#/components/schemas/DeliveryView');
  expect(text).not.toContain('$defs');
});

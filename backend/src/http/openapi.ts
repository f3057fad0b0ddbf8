import type { Access, Endpoint } from '@grid-relief/shared-types/contract';
import { namedSchemas } from '@grid-relief/shared-types/named-schemas';
import { type ProblemType, problems } from '@grid-relief/shared-types/problems';
import { z } from '@grid-relief/shared-types/zod';
import { apiBase } from './dispatch';

type Json = Readonly<Record<string, unknown>>;

/** What any endpoint may answer. */
const always: readonly ProblemType[] = ['invalid-input', 'too-many-requests', 'overloaded', 'internal'];
const withBody: readonly ProblemType[] = ['malformed-body', 'body-too-large', 'unsupported-media'];
const withOperation: readonly ProblemType[] = ['op-id-reused', 'outcome-unknown'];
const withToken: readonly ProblemType[] = ['not-signed-in', 'token-expired', 'account-blocked', 'not-allowed'];

/**
 * The API description, from the contracts alone: OpenAPI 3.1, whose schemas are JSON Schema 2020-12 as zod writes
 * them. Pure, and the same text for the same contracts.
 */
export function openapi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  const schemas: Record<string, Json> = { Problem: problemSchema };
  const ordered = [...endpoints].sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
  for (const endpoint of ordered) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Grid Relief 网格保供',
      version: '1.0.0',
      description:
        'County quarantine logistics along the grid. Every problem answer is RFC 9457; branch on its `type`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: apiBase }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas,
    },
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The id of this request, to be quoted' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    state: { type: 'string' },
    revision: { type: 'integer' },
    next: { type: 'string' },
  },
};

function operation(endpoint: Endpoint, schemas: Record<string, Json>): Json {
  const { name, summary, access, path, method, response } = endpoint;
  const { $defs = {}, ...answer } = jsonSchema(response, 'output');
  // of an object of schemas by name, which is what JSON Schema keeps there
  Object.assign(schemas, $defs as Record<string, Json>);
  return {
    operationId: name,
    summary,
    description: `Who: ${whoMay(access)}`,
    tags: [path.split('/')[1] ?? 'api'],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(method === 'GET' ? {} : { requestBody: requestBody(endpoint) }),
    security: access === 'public' ? [] : [{ bearer: [] }],
    responses: {
      '200': { description: 'Done', content: { 'application/json': { schema: answer } } },
      ...problemResponses(endpoint),
    },
  };
}

function whoMay(access: Access): string {
  if (access === 'public') return 'anybody';
  if (access === 'signedIn') return 'anybody signed in';
  if ('roles' in access) return access.roles.join(', ');
  const rule = access.machine.actions[access.action];
  const people = rule?.by.flatMap((by) => ('role' in by ? [`${by.role} (${by.relation})`] : [])) ?? [];
  return people.join(', ') || 'nobody by hand';
}

function requestBody({ accepts, body }: Endpoint): Json {
  const bytes = { schema: { type: 'string', format: 'binary' } };
  const content = accepts
    ? Object.fromEntries(accepts.map((type) => [type, bytes]))
    : { 'application/json': { schema: jsonSchema(body, 'input') } };
  return { required: true, content };
}

function parameters(schema: Endpoint['params'], place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    // an object schema always has this shape in JSON Schema
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: described,
  }));
}

/** Named schemas are told once, among the components; what refers to them says where. */
function jsonSchema(schema: Endpoint['params'], io: 'input' | 'output'): Json {
  const named = io === 'output' ? { metadata: namedSchemas } : {};
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any', ...named });
  return JSON.parse(JSON.stringify(described).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/'));
}

function problemResponses({ access, method, body, problems: own }: Endpoint): Json {
  const { properties = {} } = jsonSchema(body, 'input');
  const types = [
    ...new Set([
      ...own,
      ...always,
      ...(method === 'GET' ? [] : withBody),
      ...(access === 'public' ? [] : withToken),
      ...('opId' in (properties as Json) ? withOperation : []), // of an object schema, which every body is
    ]),
  ];
  const byStatus = new Map<number, ProblemType[]>();
  for (const type of types) {
    const { status } = problems[type];
    byStatus.set(status, [...(byStatus.get(status) ?? []), type]);
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const entries = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    entries.map(([status, names]) => [String(status), { description: names.join(', '), content }]),
  );
}

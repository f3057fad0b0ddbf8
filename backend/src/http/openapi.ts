import type { Access, Endpoint } from '@grid-relief/shared-types/contract';
import { namedSchemas } from '@grid-relief/shared-types/named-schemas';
import { ProblemBody } from '@grid-relief/shared-types/problem-body';
import * as z from '@grid-relief/shared-types/zod';
import { clientVersionHeader, clientVersionPattern } from './client-version';
import { apiBase } from './dispatch';
import { everyAnswer, headerComponents, outside, problemResponses } from './openapi-problems';

type Json = Readonly<Record<string, unknown>>;

/**
 * The API description, from the contracts alone: OpenAPI 3.1, whose schemas are JSON Schema 2020-12 as zod writes
 * them. Pure, and the same text for the same contracts.
 */
export function openapi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  const shared: Shared = { schemas: { Problem: jsonSchema(ProblemBody, 'output') }, responses: { ...outside } };
  const ordered = [...endpoints].sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
  for (const endpoint of ordered) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint, shared) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Grid Relief 网格保供', version: '1.0.0', description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: apiBase }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      parameters: requestHeaders,
      headers: headerComponents,
      ...shared,
    },
  };
}

/** What endpoints have in common and refer to. */
interface Shared {
  readonly schemas: Record<string, Json>;
  readonly responses: Record<string, Json>;
}

const description = [
  'County quarantine logistics along the grid.',
  'Every problem answer is RFC 9457; branch on its `type`, an address that says what it means.',
  'An address that is not listed answers `no-such-route`, a method that is not listed `method-not-allowed` with Allow;',
  'HEAD is offered wherever GET is.',
].join(' ');

/** What any request may say about itself. */
const requestHeaders: Json = {
  ClientVersion: {
    name: clientVersionHeader,
    in: 'header',
    description: 'Version of our own app; another program says nothing.',
    schema: { type: 'string', pattern: clientVersionPattern.source },
  },
  Language: {
    name: 'accept-language',
    in: 'header',
    description: 'en first: words of findings in English; otherwise in Chinese.',
    schema: { type: 'string' },
  },
};

function operation(endpoint: Endpoint, { schemas, responses }: Shared): Json {
  const { name, summary, access, path, method } = endpoint;
  return {
    operationId: name,
    summary,
    description: `Who: ${whoMay(access)}`,
    tags: [path.split('/')[1] ?? 'api'],
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.headers ?? []).map((header) => ({
        ...{ name: header, in: 'header', required: true, schema: { type: 'string' } },
      })),
      ...Object.keys(requestHeaders).map((header) => ({ $ref: `#/components/parameters/${header}` })),
    ],
    ...(method === 'GET' ? {} : { requestBody: requestBody(endpoint) }),
    security: access === 'public' ? [] : [{ bearer: [] }],
    responses: {
      '200': { description: 'Done', headers: everyAnswer, content: doneContent(endpoint, schemas) },
      ...problemResponses(endpoint, responses),
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

/** Answers that recur are told once, among the schemas. */
function doneContent({ answers, response }: Endpoint, schemas: Record<string, Json>): Json {
  if (answers) return Object.fromEntries(answers.map((type) => [type, bytes]));
  return { 'application/json': { schema: shared(response, schemas) } };
}

/** The schema of an answer; the named ones in it become components. */
function shared(response: Endpoint['response'], schemas: Record<string, Json>): Json {
  const { $defs = {}, ...answer } = jsonSchema(response, 'output');
  // of an object of schemas by name, which is what JSON Schema keeps there
  Object.assign(schemas, $defs as Record<string, Json>);
  return answer;
}

const bytes: Json = { schema: { type: 'string', format: 'binary' } };

function requestBody({ accepts, body }: Endpoint): Json {
  const content = accepts
    ? Object.fromEntries(accepts.map((type) => [type, bytes]))
    : { 'application/json': { schema: jsonSchema(body, 'input') } };
  // no body at all counts as an empty one
  return { required: accepts !== undefined || !z.core.safeParse(body, {}).success, content };
}

function parameters(schema: Endpoint['params'], place: 'path' | 'query'): Json[] {
  // what the words in an address mean: a number is written in digits there
  const { properties = {}, required = [] } = jsonSchema(schema, 'output') as {
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

import type { Endpoint } from '@grid-relief/shared-types/contract';
import { type ProblemType, problems } from '@grid-relief/shared-types/problems';
import { type ProblemHeader, problemHeaders } from './answer-problems';
import { documentedProblems } from './documented-problems';

type Json = Readonly<Record<string, unknown>>;

/** On every answer, whatever it is. */
export const everyAnswer: Json = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };

const names: Readonly<Record<ProblemHeader, string>> = {
  'Retry-After': 'RetryAfter',
  'WWW-Authenticate': 'Authenticate',
  Allow: 'Allow',
};

/** Headers by the names under which answers refer to them. */
export const headerComponents: Json = {
  RequestId: { description: 'Quoted in problem answers and in our logs.', required: true, schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds to wait.', required: true, schema: { type: 'integer', minimum: 1 } },
  Authenticate: { description: 'How to sign in.', required: true, schema: { type: 'string', const: 'Bearer' } },
  Allow: { description: 'What this address offers.', required: true, schema: { type: 'string' } },
};

/**
 * The refusals of one endpoint by status. Answers with the same problems are told once, among the components.
 * @param components gets what the endpoint refers to
 */
export function problemResponses(endpoint: Endpoint, components: Record<string, Json>): Json {
  const byStatus = new Map<number, ProblemType[]>();
  for (const type of documentedProblems(endpoint)) {
    const { status } = problems[type];
    byStatus.set(status, [...(byStatus.get(status) ?? []), type]);
  }
  const entries = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    entries.map(([status, types]) => [String(status), componentFor(types.sort(), components)] as const),
  );
}

/** Answers of addresses and methods that no endpoint has, which the description of no endpoint can name. */
export const outside: Readonly<Record<string, Json>> = {
  'no-such-route': problemResponse(['no-such-route']),
  'method-not-allowed': problemResponse(['method-not-allowed']),
};

function componentFor(types: readonly ProblemType[], components: Record<string, Json>): Json {
  const name = types.join('.');
  components[name] = problemResponse(types);
  return { $ref: `#/components/responses/${name}` };
}

/** One status with all the types that may stand behind it: whoever answers another type breaks the description. */
function problemResponse(types: readonly ProblemType[]): Json {
  const [first] = types;
  const own = {
    type: { pattern: `/problems/(${types.join('|')})$` },
    status: { const: first && problems[first].status },
  };
  const schema = { $ref: '#/components/schemas/Problem', properties: own };
  const common = (Object.keys(names) as ProblemHeader[]).filter((header) =>
    types.every((type) => problemHeaders(type).includes(header)),
  );
  const headers = common.map((header) => [header, { $ref: `#/components/headers/${names[header]}` }] as const);
  return {
    description: types.map((type) => `${type}: ${problems[type].title}.`).join(' '),
    headers: { ...everyAnswer, ...Object.fromEntries(headers) },
    content: { 'application/problem+json': { schema } },
  };
}

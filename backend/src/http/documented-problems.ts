import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { ProblemType } from '@grid-relief/shared-types/problems';
import * as z from '@grid-relief/shared-types/zod';

/** Before any endpoint is reached, or where its input is read. */
const always: readonly ProblemType[] = [
  'malformed-body',
  'headers-too-large',
  'request-too-slow',
  'client-too-old',
  'invalid-input',
  'overloaded',
  'internal',
];
const withBody: readonly ProblemType[] = ['body-too-large', 'unsupported-media'];
const withOperation: readonly ProblemType[] = ['op-id-reused', 'outcome-unknown'];
const withToken: readonly ProblemType[] = ['not-signed-in', 'token-expired', 'account-blocked'];
const withRole: readonly ProblemType[] = ['not-allowed'];
/** A parameter that is empty or holds a slash makes another address, which may not exist or offer other methods. */
const withParameter: readonly ProblemType[] = ['no-such-route', 'method-not-allowed'];
/** Who may not see a record is told that there is none, whatever was to be done with it. */
const onRecord: readonly ProblemType[] = ['not-found'];

/**
 * Every problem an endpoint may answer, from its contract: what it names itself, and what follows from its method,
 * path, access and body. The API description is written from this, and tests refuse an answer that is not in it.
 */
export function documentedProblems({ access, method, path, body, problems: own }: Endpoint): readonly ProblemType[] {
  const isAction = typeof access === 'object' && 'machine' in access;
  const types = [
    ...own,
    ...always,
    ...(method === 'GET' ? [] : withBody),
    ...(access === 'public' ? [] : withToken),
    ...(typeof access === 'object' ? withRole : []),
    ...(path.includes('{') ? withParameter : []),
    ...(isAction ? onRecord : []),
    ...(fieldsOf(body).includes('opId') ? withOperation : []),
  ];
  return [...new Set(types)];
}

function fieldsOf(body: Endpoint['body']): readonly string[] {
  const { properties } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  return Object.keys(properties ?? {});
}

import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { PersonActor } from '../lifecycle';
import { authorize } from './authorize';
import { checkAnswer, checkedRefusal } from './check-answers';
import type { Context } from './context';
import type { Route } from './mount';
import type { OperationBook } from './operation-book';
import { parseInput, type RawInput } from './parse-input';
import { languageOf } from './plain-words';
import { Problem } from './problem';
import { readBody } from './read-body';
import { isBytesAnswer } from './request';
import { type RouteGroups, routeGroups } from './route-groups';

/** Everything of the product lies below this path; a breaking change gets a new number. */
export const apiBase = '/api/v1';

export interface DispatchOptions {
  /** Who sent this bearer token? @throws Problem not-signed-in, token-expired, account-blocked */
  readonly authenticate: (token: string) => Promise<PersonActor>;
  /** Absent: operations are not told apart (only where nothing is written). */
  readonly operations?: OperationBook;
  /** In tests: an answer that is not in the contract fails loudly. Costs a parse, so not in service. */
  readonly checkAnswers: boolean;
}

/**
 * The router of all mounted endpoints.
 * @throws when an endpoint has no access rule, is mounted twice, or shares method and path with another
 */
export function routerOf(routes: readonly Route[], options: DispatchOptions): RouteGroups {
  const groups = routeGroups({ prefix: apiBase });
  const seen = new Set<string>();
  // literal segments before parameters: /households/mine must not be read as the household "mine"
  for (const route of [...routes].sort(bySpecificity)) {
    const { name, method, path } = route.endpoint;
    requireAccess(route.endpoint);
    for (const key of [name, `${method} ${path.replace(/\{\w+\}/g, '{}')}`]) {
      if (seen.has(key)) throw new Error(`"${key}" is mounted twice.`);
      seen.add(key);
    }
    const pattern = routerPath(path);
    groups.for(pattern).register(pattern, [method.toLowerCase()], async (ctx) => dispatched(ctx, route, options));
  }
  return groups;
}

/** @throws naming every contract that no route answers: a promise in the API description that nobody keeps */
export function requireAllMounted(contracts: readonly Endpoint[], routes: readonly Route[]): void {
  const mounted = new Set(routes.map(({ endpoint }) => endpoint.name));
  const missing = contracts.filter(({ name }) => !mounted.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`These endpoints are declared but not mounted: ${missing.join(', ')}.`);
}

/** `/households/{id}` as the router writes it. */
function routerPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function bySpecificity(a: Route, b: Route): number {
  const shape = ({ endpoint }: Route) => endpoint.path.replace(/\{\w+\}/g, '~');
  return shape(a) < shape(b) ? -1 : 1;
}

function requireAccess({ name, access }: Endpoint): void {
  // the type promises it; a contract made by a cast or by plain JavaScript does not
  const given: unknown = access;
  const roles = typeof given === 'object' && given !== null && 'roles' in given ? given.roles : undefined;
  const machine = typeof given === 'object' && given !== null && 'machine' in given;
  const ok = given === 'public' || given === 'signedIn' || machine || (Array.isArray(roles) && roles.length > 0);
  if (!ok) throw new Error(`${name} says nothing about who may call it.`);
}

/** In tests a refusal that the API description does not name is a fault of ours. */
async function dispatched(ctx: Parameters<typeof dispatch>[0], route: Route, options: DispatchOptions): Promise<void> {
  try {
    await dispatch(ctx, route, options);
  } catch (error) {
    throw options.checkAnswers ? checkedRefusal(route.endpoint, error) : error;
  }
}

async function dispatch(ctx: Context & { params: unknown }, route: Route, options: DispatchOptions): Promise<void> {
  const { endpoint } = route;
  ctx.state.route = apiBase + endpoint.path;
  const now = ctx.state.startedAt;
  const actor = endpoint.access === 'public' ? undefined : await options.authenticate(bearerOf(ctx));
  if (actor) {
    ctx.state.personId = actor.personId;
    authorize(endpoint, actor, now);
  }
  const language = languageOf(ctx.get('accept-language'));
  const body = await readBody(ctx, route);
  const input = parseInput(endpoint, { params: ctx.params, query: { ...ctx.query }, body }, language);
  const headers = Object.fromEntries((endpoint.headers ?? []).map((name) => [name, ctx.get(name)]));
  const facts = { requestId: ctx.state.requestId, ip: ctx.ip, language, now, headers };
  const asking = actor && asked(actor, route, input, options);
  // parsed with this endpoint's own schemas, and `actor` is absent only for a PublicHandler, which cannot name it
  const request = { ...input, ...facts, actor: asking } as Parameters<Route['handle']>[0];
  const work = async () => route.handle(request);
  const answer = await (asking?.asked ? options.operations?.once(endpoint, asking, input, work) : work());
  write(ctx, endpoint, answer, options.checkAnswers);
}

/** Whoever changes something does so in this request and no other: its fingerprint goes where the person goes. */
function asked(actor: PersonActor, { endpoint }: Route, input: RawInput, { operations }: DispatchOptions): PersonActor {
  if (!operations || endpoint.method === 'GET') return actor;
  return { ...actor, asked: operations.fingerprint(endpoint, input) };
}

/** @throws Problem not-signed-in when the header is absent or of another kind */
function bearerOf(ctx: Context): string {
  const [scheme, token, ...rest] = ctx.get('authorization').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) throw new Problem('not-signed-in');
  return token;
}

function write(ctx: Context, endpoint: Endpoint, answer: unknown, check: boolean): void {
  ctx.status = 200;
  ctx.set('Cache-Control', 'no-store');
  if (check) checkAnswer(endpoint, answer);
  if (isBytesAnswer(answer)) {
    ctx.set({ ...answer.headers });
    ctx.type = answer.contentType;
    ctx.body = answer.bytes;
    return;
  }
  ctx.type = 'application/json';
  ctx.body = JSON.stringify(answer);
}

import {
  type HandoverLegView,
  handoverLegActions,
  handoverLegQueries as queries,
} from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { type PageQuery, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor, permittedActions } from '../../lifecycle';
import { gridOf } from '../../routing';
import { type HandoverLeg, machine } from './handover-leg';
import type { HandoverLegDeps } from './handover-leg.deps';
import { gridRoles, mayTakeIn, partOf } from './handover-leg.policy';
import { handoverLegRepository } from './handover-leg.repository';
import { handoverLegs } from './handover-legs';

const waiting: readonly string[] = ['AT_POINT', 'NOT_TAKEN'];

type Labels = Awaited<ReturnType<HandoverLegDeps['labelsOf']>>;

/** Views of those this person may know of; bag code, point and masked names only. */
async function viewsOf(deps: HandoverLegDeps, actor: PersonActor, legs: readonly HandoverLeg[]) {
  const people = legs.flatMap(({ detail }) => [detail.outside, ...(detail.inside ? [detail.inside] : [])]);
  const labels = await deps.labelsOf(actor.county, [...new Set(people)]);
  const now = deps.now();
  return legs.flatMap((leg): HandoverLegView[] => {
    const part = partOf(leg, actor, now);
    if (!part) return [];
    // the point is the grid's: which building the bags are for is nobody's at the edge
    const area = gridOf(areaId(leg.area)) ?? areaId(leg.area);
    const about = { part, area, areaName: deps.areaName(area), actions: permittedActions(machine, leg, actor, now) };
    return [{ ...present(leg, labels, actor.personId), ...about } as HandoverLegView]; // ids were parsed when they came in
  });
}

function present(
  { _id: id, state, revision, detail, createdAt, history }: HandoverLeg,
  labels: Labels,
  viewer: string,
) {
  const { outside, inside = '', signedAt, dueAt, delivery, bags, countedBags, photo, code, point } = detail;
  const [runner, carrier] = [labels.get(outside), labels.get(inside)];
  const waits = dueAt && ['AT_POINT', 'COUNT_DIFFERS'].includes(state);
  return {
    ...{ id, state, revision, delivery, code, point, signed: signedAt !== undefined },
    since: waitsSince({ state, history, createdAt }).toISOString(),
    ...(runner ? { outside: { label: runner.label, ...selfIf(outside === viewer) } } : {}),
    ...(carrier ? { inside: { label: carrier.label, ...selfIf(inside === viewer) } } : {}),
    ...(bags === undefined ? {} : { bags }),
    ...(countedBags === undefined ? {} : { countedBags }),
    ...(photo === undefined ? {} : { photo }),
    ...(waits ? { dueAt: dueAt.toISOString() } : {}),
  };
}

/** Bags that nobody came for wait since they were left, not since that was noticed. */
function waitsSince({ state, history, createdAt }: Pick<HandoverLeg, 'state' | 'history' | 'createdAt'>): Date {
  const left = state === 'NOT_TAKEN' ? history.findLast(({ action }) => action === 'leaveAtPoint') : undefined;
  return (left ?? history.at(-1))?.recordedAt ?? createdAt;
}

const selfIf = (is: boolean) => (is ? { self: true } : {});

async function get(deps: HandoverLegDeps, actor: PersonActor, id: string) {
  const leg = await handoverLegRepository(deps.connection).byId(actor.county, id);
  const [view] = leg ? await viewsOf(deps, actor, [leg]) : [];
  if (!view) throw new Problem('not-found');
  return view;
}

async function mine(deps: HandoverLegDeps, actor: PersonActor) {
  const now = deps.now();
  const { personId, county } = actor;
  const stored = handoverLegRepository(deps.connection);
  const held = await stored.heldBy(county, personId);
  const areas = areasOf(actor, 'VOLUNTEER', now);
  const here = (await stored.openIn(county, areas)).filter(({ _id }) => !held.some((leg) => leg._id === _id));
  const tookPart = here.filter(({ detail }) => [detail.outside, detail.inside].includes(personId));
  const pool = here.filter(
    (leg) => !tookPart.includes(leg) && waiting.includes(leg.state) && mayTakeIn(leg, actor, now),
  );
  return { items: await viewsOf(deps, actor, [...held, ...tookPart, ...pool]) };
}

async function list(deps: HandoverLegDeps, actor: PersonActor, query: PageQuery) {
  const areas = gridRoles.flatMap((role) => areasOf(actor, role, deps.now()));
  const legs = await handoverLegRepository(deps.connection).openIn(actor.county, areas);
  const { rows, ...more } = pageOfRows(legs, ({ createdAt, _id }) => [createdAt.getTime(), _id], query);
  return { items: await viewsOf(deps, actor, rows), ...more };
}

/** Endpoints of handovers: reading, and one for every action a person may take. */
export function handoverLegRoutes(deps: HandoverLegDeps): Route[] {
  return [
    mount(queries.getHandoverLeg, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.myHandoverLegs, ({ actor }) => mine(deps, actor)),
    mount(queries.listHandoverLegs, ({ actor, query }) => list(deps, actor, query)),
    ...actionRoutes(handoverLegActions, handoverLegs(deps), async (actor, leg) =>
      (await viewsOf(deps, actor, [leg])).at(0),
    ),
  ];
}

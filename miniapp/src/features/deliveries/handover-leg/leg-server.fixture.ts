import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { HandoverLegView } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { handoverLegLifecycle } from '@grid-relief/shared-types/lifecycles/handover-leg.lifecycle';
import type { ActionRule } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { FakeAnswer } from '@/api/testing/fake-server';
import { sampleServer } from '../carrying/sample-server.fixture';
import { deliveryId, sampleDelivery, sampleId, sampleTime } from '../carrying/sample-work.fixture';

/** An invented handover at the edge of an invented sealed zone, and a server that moves it along the table. */

export const legId = sampleId('g1');

const rules = new Map<string, ActionRule<string>>(Object.entries(handoverLegLifecycle.actions));

/** The actions of this part in this state, as the server lists them. */
function actionsOf(state: string, part: string): string[] {
  const relation = { OUTSIDE: 'assignee', INSIDE: 'eligible', GRID: 'inArea' }[part];
  return [...rules]
    .filter(([, { from, by }]) => from.includes(state) && by.some((who) => 'role' in who && who.relation === relation))
    .map(([action]) => action);
}

/** A handover as this part sees it; what the change leaves out is that of two bags at the point. */
export function sampleLeg(change: Partial<Record<keyof HandoverLegView, unknown>> = {}): HandoverLegView {
  const leg = {
    id: legId,
    state: 'AT_POINT',
    revision: 3,
    delivery: deliveryId,
    code: 'A07',
    area: '999999001003-g02',
    areaName: '第二网格',
    point: '东门货架',
    part: 'INSIDE',
    outside: { label: '冯*' },
    bags: 2,
    signed: false,
    since: sampleTime(-12),
    ...change,
  };
  // ids are branded by the parser; these are written by hand
  return { actions: actionsOf(String(leg.state), String(leg.part)), ...leg } as unknown as HandoverLegView;
}

/** A request for a sealed door in the hands of its runner, who is shown no door. */
export function sampleAtEdge(change: Partial<DeliveryView> = {}): DeliveryView {
  const { household, doorWords, ...open } = sampleDelivery({ state: 'IN_TRANSIT', ...change });
  return { ...open, mode: 'HANDOVER_POINT', bags: 2, carrier: { label: '冯*', self: true } };
}

export type LegServer = {
  readonly answer: (method: string, path: string, body?: Record<string, unknown>) => FakeAnswer;
  /** What was asked for, in order. */
  readonly acts: { readonly action: string; readonly body: Record<string, unknown> }[];
};

/** Answers lists and single records of these, and does what is asked of the handover. */
export function legServer(legs: readonly HandoverLegView[], work: readonly DeliveryView[] = []): LegServer {
  const views = new Map(legs.map((leg) => [String(leg.id), leg]));
  const rest = sampleServer(work);
  const acts: LegServer['acts'] = [];
  const act = (leg: HandoverLegView, action: string, body: Record<string, unknown>): FakeAnswer => {
    const rule = rules.get(action);
    if (!rule?.from.includes(leg.state)) return { status: 409, body: { type: '/problems/transition-not-allowed' } };
    acts.push({ action, body });
    const state = rule.to === 'SAME' ? leg.state : String(rule.to);
    const { bags, photo } = body;
    const counts =
      leg.part === 'OUTSIDE' ? { bags, photo } : { countedBags: bags, inside: { label: '高*', self: true } };
    const said = action === 'signCount' ? { signed: true } : bags === undefined ? {} : counts;
    const { actions, ...before } = leg;
    const view = sampleLeg({ ...before, ...said, state, revision: leg.revision + 1 });
    views.set(leg.id, view);
    return {
      status: 200,
      body: { receipt: { action, to: state, revision: view.revision, recordedAt: sampleTime(0) }, view },
    };
  };
  return {
    acts,
    answer: (method, path, body = {}) => {
      const [plain = ''] = path.split('?');
      if (method === 'GET' && ['/work/handover-legs', '/handover-legs'].includes(plain)) {
        return { status: 200, body: { items: [...views.values()] } };
      }
      const [, resource, id = '', word = ''] = plain.split('/');
      const leg = views.get(id);
      if (resource !== 'handover-legs' || !leg) return rest.handle(method, path, body);
      const name = word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return method === 'GET' ? { status: 200, body: leg } : act(leg, name, body);
    },
  };
}

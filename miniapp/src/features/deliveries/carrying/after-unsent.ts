import type { CustodyView } from '@grid-relief/shared-types/deliveries/custody.schema';
import type { DeliveryView, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import {
  askHandover,
  collect,
  collectAtDoor,
  deliveryActions,
  drop,
  placeForPickup,
  purchase,
  reportLine,
  takeCustody,
  tickRegistered,
} from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { type ActionRule, destinations } from '@grid-relief/shared-types/lifecycles/lifecycle';
import * as z from '@grid-relief/shared-types/zod';
import type { Command } from '@/api';

const rules = new Map<string, ActionRule<string>>(Object.entries(deliveryLifecycle.actions));
const actionOf = new Map(Object.entries(deliveryActions).map(([action, { name }]) => [name, action]));
const undoMs = 2 * 60_000;

/** What the holder may do in a state, from the same table that the server reads. */
function holderActions(state: string, kind: string): string[] {
  return [...rules]
    .filter(([, { from, variants }]) => from.includes(state) && (variants?.includes(kind) ?? true))
    .filter(([, { by }]) => by.some((each) => 'relation' in each && each.relation === 'assignee'))
    .map(([action]) => action);
}

type Report = Pick<LineView, 'outcome'> & { readonly line: string } & Partial<
    Pick<LineView, 'boughtQuantity' | 'actualFen' | 'replacement'>
  >;

function withReport(lines: readonly LineView[], report: Report): LineView[] {
  return lines.map((line) => (line.line === report.line ? { ...line, ...report } : line));
}

/** What was handed over at the door, as the server will say it of whoever took it. */
function inMyHands({ custody }: DeliveryView, items: CustodyView['items'], takenAt: string): CustodyView {
  const had = custody?.returnedAt === undefined ? (custody?.items ?? []) : [];
  return { items: [...new Set([...had, ...items])], takenAt, heldBy: { label: '', self: true } };
}

/** Acts that say how many bags there are. */
const counting = new Map([askHandover, collect, collectAtDoor].map((act) => [act.name, act.body]));

function countedBags({ name, body }: Command): Pick<DeliveryView, 'bags'> {
  const counted = z.safeParse(counting.get(name) ?? z.never(), body);
  return counted.success ? { bags: counted.data.bags } : {};
}

/** The content an unsent act changes, beside the state. */
function content(view: DeliveryView, { name, body, savedAt }: Command): Partial<DeliveryView> {
  if (name === reportLine.name) {
    const read = z.safeParse(reportLine.body, body);
    return read.success ? { lines: withReport(view.lines, read.data) } : {};
  }
  if (name === purchase.name) {
    const read = z.safeParse(purchase.body, body);
    if (!read.success) return {};
    const { lines, bags } = read.data;
    const actualFen = lines.reduce((sum, line) => sum + (line.actualFen ?? 0), 0);
    return { lines: lines.reduce(withReport, view.lines), bags, actualFen };
  }
  if (name === placeForPickup.name) {
    const read = z.safeParse(placeForPickup.body, body);
    return read.success ? { place: read.data.place } : {};
  }
  if (name === tickRegistered.name && view.register) {
    return { register: { ...view.register, registeredAt: savedAt } };
  }
  if (name === takeCustody.name) {
    const read = z.safeParse(takeCustody.body, body);
    return read.success ? { custody: inMyHands(view, read.data.items, savedAt) } : {};
  }
  if (name === drop.name) return { undoUntil: new Date(Date.parse(savedAt) + undoMs).toISOString() };
  return {};
}

function applied(view: DeliveryView, command: Command): DeliveryView {
  const rule = rules.get(actionOf.get(command.name) ?? '');
  const state = rule && destinations(rule, view.state)[0];
  if (state === undefined) return view;
  const changed = { ...countedBags(command), ...content(view, command) };
  return { ...view, ...changed, state, actions: holderActions(state, view.kind) };
}

/**
 * A delivery as it stands once everything that waits on this phone has arrived, so that work goes on without a
 * network. Without unsent acts it is exactly what the server said. Refused acts change nothing.
 */
export function afterUnsent(view: DeliveryView, commands: readonly Command[]): DeliveryView {
  const own = commands.filter(
    ({ record, state, file }) =>
      record === view.id && file === undefined && (state === 'waiting' || state === 'sending'),
  );
  return own.reduce(applied, view);
}

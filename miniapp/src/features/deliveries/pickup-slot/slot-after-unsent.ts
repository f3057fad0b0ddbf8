import { type PickupSlotView, pickupSlotActions } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { type ActionRule, destinations } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { pickupSlotLifecycle } from '@grid-relief/shared-types/lifecycles/pickup-slot.lifecycle';
import * as z from '@grid-relief/shared-types/zod';
import type { Command } from '@/api';

const rules = new Map<string, ActionRule<string>>(Object.entries(pickupSlotLifecycle.actions));
const actionOf = new Map(Object.entries(pickupSlotActions).map(([action, { name }]) => [name, action]));

/** The same span of time, beginning elsewhere. */
function movedTo(slot: PickupSlotView, from: string): Partial<PickupSlotView> {
  const by = Date.parse(from) - Date.parse(slot.from);
  const moved = (instant: string) => new Date(Date.parse(instant) + by).toISOString();
  return { from, to: moved(slot.to), until: moved(slot.until) };
}

/** What an unsent act writes, beside the state. */
function content(slot: PickupSlotView, { name, body }: Command): Partial<PickupSlotView> {
  if (name === pickupSlotActions.call.name) {
    const said = z.safeParse(pickupSlotActions.call.body, body).data;
    return said ? { number: said.number, bagThere: true } : {};
  }
  const said = z.safeParse(pickupSlotActions.changeTime.body, body).data;
  return said?.at === undefined ? {} : movedTo(slot, said.at);
}

function applied(slot: PickupSlotView, command: Command): PickupSlotView {
  const rule = rules.get(actionOf.get(command.name) ?? '');
  const state = rule && destinations(rule, slot.state)[0];
  // what may be done next is known once the server has it
  return state === undefined ? slot : { ...slot, ...content(slot, command), state, actions: [] };
}

/** A turn as it stands once everything that waits on this phone has arrived; refused acts change nothing. */
export function slotAfterUnsent(slot: PickupSlotView, commands: readonly Command[]): PickupSlotView {
  return commands
    .filter(({ record, state }) => record === slot.id && (state === 'waiting' || state === 'sending'))
    .reduce(applied, slot);
}

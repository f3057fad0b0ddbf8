import { type HandoverLegView, handoverLegActions } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { handoverLegLifecycle } from '@grid-relief/shared-types/lifecycles/handover-leg.lifecycle';
import { type ActionRule, destinations } from '@grid-relief/shared-types/lifecycles/lifecycle';
import * as z from '@grid-relief/shared-types/zod';
import type { Command } from '@/api';

const rules = new Map<string, ActionRule<string>>(Object.entries(handoverLegLifecycle.actions));
const actionOf = new Map(Object.entries(handoverLegActions).map(([action, { name }]) => [name, action]));

/** The counts an unsent act writes, beside the state. */
function counted({ name, body }: Command): Partial<HandoverLegView> {
  if (name === handoverLegActions.signCount.name) return { signed: true };
  if (name === handoverLegActions.leaveAtPoint.name) {
    const left = z.safeParse(handoverLegActions.leaveAtPoint.body, body).data;
    return left ? { bags: left.bags, photo: left.photo } : {};
  }
  const said = z.safeParse(handoverLegActions.takeInside.body, body).data;
  return said ? { countedBags: said.bags } : {};
}

function applied(leg: HandoverLegView, command: Command): HandoverLegView {
  const rule = rules.get(actionOf.get(command.name) ?? '');
  const state = rule && destinations(rule, leg.state)[0];
  // what may be done next is known once the server has it; on the way the runner goes on by the table
  return state === undefined ? leg : { ...leg, ...counted(command), state, actions: [] };
}

/** A handover as it stands once everything that waits on this phone has arrived; refused acts change nothing. */
export function legAfterUnsent(leg: HandoverLegView, commands: readonly Command[]): HandoverLegView {
  return commands
    .filter(({ record, state, file }) => {
      return record === leg.id && file === undefined && (state === 'waiting' || state === 'sending');
    })
    .reduce(applied, leg);
}

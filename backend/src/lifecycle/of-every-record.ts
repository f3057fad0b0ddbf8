import type { ActionRule, Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';

/**
 * What the product does to records of any kind alike: in no table, so that it is offered to nobody, and in no timeline,
 * since it is no step of the thing itself (decisions 0015, 0018).
 */
export const ofEveryRecord = ['relocate', 'nameParty'] as const;
export type OfEveryRecord = (typeof ofEveryRecord)[number];

/** The table of a machine that has nothing but this action; it changes no state. Pure. */
export function withOnly(
  { actions: _actions, ...machine }: Lifecycle,
  action: OfEveryRecord,
  rule: Pick<ActionRule<string>, 'from' | 'doc'>,
): Lifecycle {
  return { ...machine, actions: { [action]: { ...rule, to: 'SAME', by: [{ system: 'outbox' }] } } };
}

import type { Role } from '../roles';

/**
 * How an actor stands to a record. Each relation becomes a part of the write's filter, so authorizing costs no read:
 * - `own`: the record belongs to the actor's household, or to one the actor speaks for with recorded consent
 * - `party`: the record names the actor: reported it, is the person it is about, or answers for that person
 * - `assignee`: the actor holds the task
 * - `offeredTo`: the task is offered to the actor and the offer has not run out
 * - `eligible`: the task is in the actor's area, its needs are met and the actor is not excluded from it
 * - `inArea`: the record lies in an area for which the role was granted
 */
export type Relation = 'own' | 'party' | 'assignee' | 'offeredTo' | 'eligible' | 'inArea';

/** Who may act when no person does: each names what set it off. */
export type SystemCause = 'policy' | 'router' | 'timer' | 'outbox';

export type Allowed = { readonly role: Role; readonly relation: Relation } | { readonly system: SystemCause };

export interface ActionRule<S extends string> {
  /** States the action starts from. */
  readonly from: readonly S[];
  /** Where it leads. Several: the caller's rule chooses one. `SAME`: the state stays, the record changes. */
  readonly to: S | 'SAME' | readonly S[];
  readonly by: readonly Allowed[];
  /** Kinds of the record (e.g. GROCERY) that know this action; absent: all. */
  readonly variants?: readonly string[];
  /** `revision`: the write fails when anybody else wrote meanwhile. `reason`: a reason code must come along. */
  readonly needs?: readonly ('revision' | 'reason')[];
  /** A fact from a device is never refused: late, it is kept as LATE_FACT and reconciled. */
  readonly fact?: true;
  /** Time limit in minutes before the named action is fired by a timer. Limits are defaults of policy parameters. */
  readonly limit?: { readonly minutes: number; readonly fires: string };
  /** One sentence, shown in the API document and the state diagram. */
  readonly doc: string;
}

export interface Lifecycle<S extends string = string, A extends string = string> {
  readonly name: string;
  /** Path segment of its routes: `/api/v1/<resource>/{id}/<action>`. */
  readonly resource: string;
  readonly states: readonly S[];
  readonly initial: readonly S[];
  readonly terminal: readonly S[];
  /** States in which somebody must hold the record; the graph check matches them with accept, claim and giveBack. */
  readonly held: readonly S[];
  /** Its records have people asked for something by notices: when one ends, what was asked is withdrawn. */
  readonly asksPeople?: true;
  readonly actions: Readonly<Record<A, ActionRule<S>>>;
}

export type StateOf<L> = L extends Lifecycle<infer S, string> ? S : never;
export type ActionOf<L> = L extends Lifecycle<string, infer A> ? A : never;

/** Declares a state machine. The one place that knows what may happen (handbook 2). */
export function lifecycle<const S extends string, A extends string>(
  table: Omit<Lifecycle<S, A>, 'actions'> & { actions: Record<A, ActionRule<NoInfer<S>>> },
): Lifecycle<S, A> {
  return table;
}

/** The states an action may lead to from `state`; empty when it does not start there. */
export function destinations<S extends string>(rule: ActionRule<S>, state: S): readonly S[] {
  if (!rule.from.includes(state)) return [];
  if (rule.to === 'SAME') return [state];
  return typeof rule.to === 'string' ? [rule.to] : rule.to;
}

/** True while the record can still change: its state is not terminal. */
export function isOpen<S extends string>(machine: Lifecycle<S>, state: S): boolean {
  return !machine.terminal.includes(state);
}

/** The open states of a machine, for filters and indexes. */
export function openStates<S extends string>(machine: Lifecycle<S>): S[] {
  return machine.states.filter((state) => isOpen(machine, state));
}

/** How long the table gives for what comes after an action. Minutes. @throws when it names no limit */
export function limitMinutes<S extends string, A extends string>(
  { name, actions }: Lifecycle<S, A>,
  action: NoInfer<A>,
): number {
  const { limit } = actions[action];
  if (!limit) throw new Error(`${name}: ${action} has no limit`);
  return limit.minutes;
}

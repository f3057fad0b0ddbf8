import type { ActionRule, Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { Problem } from '../http/problem';
import {
  type Actor,
  type ActResult,
  act,
  type Condition,
  decideAnew,
  fire,
  firingOf,
  isAllowed,
  isSystem,
  type NativeCollection,
  recordsIn,
  type Tracked,
} from '../lifecycle';
import { type OutboxEntry, stillMeans, type WithOutbox } from '../outbox';
import { addMissing, isDuplicate } from '../platform/database';
import { derivedId } from '../platform/ids';
import type { Effects, Verb } from './verb';

/** One action to one record, asked for by a person or by the product. */
export interface Acted<A extends string, Body> {
  readonly county: string;
  readonly id: string;
  readonly action: A;
  readonly actor: Actor;
  readonly opId: string;
  readonly body?: Body | undefined;
  readonly occurredAt?: Date | undefined;
  readonly reason?: string | undefined;
  /** What was said beside the reason. */
  readonly words?: string | undefined;
  readonly revision?: number | undefined;
  readonly guard?: Condition | undefined;
}

/** What a kind of record is made of. */
export interface Kind<D extends Tracked, A extends string, Body, Deps extends { readonly now: () => Date }> {
  readonly kind: D['kind'];
  readonly machine: Lifecycle<string, A>;
  readonly collection: NativeCollection;
  readonly deps: Deps;
  /** What each action changes beside the state; one that is not here changes nothing else. */
  readonly verbs: Readonly<Partial<Record<A, Verb<D, Body, Deps>>>>;
  /** May this actor know that the record exists? Pure. */
  readonly maySee: (record: D, actor: Actor, now: Date) => boolean;
  /** Steps that need a second person: whoever stands on the list of excluded people is told why it is not theirs. */
  readonly bySomebodyElse?: readonly A[];
}

/** What a feature does with one kind of record that has a lifecycle. */
export interface ActingOn<D extends Tracked, A extends string, Body> {
  byId(county: string, id: string): Promise<D | null>;
  /** Inserts under its client-made or derived id. @returns false when it is there already */
  insert(record: D): Promise<boolean>;
  /** Inserts several in one round trip; what is there already stays as it is. */
  insertMissing(records: readonly D[]): Promise<void>;
  /**
   * Does one action. What was decided from the record is written only while it is still so, and decided again when
   * somebody else wrote meanwhile.
   * @throws Problem as the engine's `act`, and what the verb says
   */
  act(request: Acted<A, Body>): Promise<ActResult<D>>;
  /** What the product does in consequence of something else: once, however often it is delivered. @returns false when its time has passed */
  follow(record: Pick<D, '_id' | 'county'>, action: A, more?: Following<Body>): Promise<boolean>;
  /** Delivers an entry `timer` of such a record. */
  timer(document: WithOutbox, entry: OutboxEntry): Promise<void>;
}

/** What comes along with a consequence. */
export interface Following<Body> {
  /** Tells apart what may happen to a record more than once; absent: the action's name alone. */
  readonly because?: string;
  readonly body?: Body;
  readonly reason?: string;
  readonly guard?: Condition;
}

/** The engine wants a way named before it tells a repeat or a refusal from an act that nobody decided. */
function anyWay({ to }: ActionRule<string>): { readonly to?: string } {
  const [first] = typeof to === 'string' ? [] : to;
  return first === undefined ? {} : { to: first };
}

/** The shared part of every feature whose records have a lifecycle: one read, one verb, one conditional write. */
export function actingOn<D extends Tracked, A extends string, Body, Deps extends { readonly now: () => Date }>(
  parts: Kind<D, A, Body, Deps>,
): ActingOn<D, A, Body> {
  const { kind, machine, collection, deps, verbs, maySee, bySomebodyElse = [] } = parts;
  // the collection holds what its model says
  const records = () => recordsIn<Tracked>(collection);
  const byId = async (county: string, id: string) =>
    (await records().findOne({ _id: id, county, kind })) as Tracked as D | null;

  /** If not, the engine alone knows the answer: a repeat, a late fact or a refusal. */
  const isRepeated = ({ opId }: Acted<A, Body>, { history }: D) => history.some((entry) => entry.opId === opId);

  function mayDecide(request: Acted<A, Body>, record: D, now: Date): boolean {
    const { action, actor } = request;
    const rule = machine.actions[action];
    return !isRepeated(request, record) && rule.from.includes(record.state) && isAllowed(rule, record, actor, now);
  }

  /** @throws Problem own-work */
  function refuseOwnWork({ action, actor }: Acted<A, Body>, record: D, now: Date): void {
    const isTheirs = !isSystem(actor) && record.assignment.excluded.includes(actor.personId);
    const isNow = machine.actions[action].from.includes(record.state);
    if (isTheirs && isNow && bySomebodyElse.includes(action) && maySee(record, actor, now))
      throw new Problem('own-work');
  }

  async function once(request: Acted<A, Body>, record: D): Promise<ActResult<D>> {
    const { county: _county, body = {} as Body, guard = {}, occurredAt, reason, words, revision, ...sent } = request;
    const now = deps.now();
    const decided = mayDecide(request, record, now);
    if (!decided && !isRepeated(request, record)) refuseOwnWork(request, record, now);
    const { actor, opId } = request;
    const attempt = { deps, record, actor, opId, now, occurredAt: occurredAt ?? now, reason, words, body };
    const effects: Effects<D> = decided ? ((await verbs[request.action]?.(attempt)) ?? {}) : {};
    const { around = (write) => write(), ...changes } = effects;
    // also where nothing was decided: what becomes possible in between is decided anew, never written without its verb
    const asRead = { revision: record.revision };
    // without an empty part: inside $and one makes the database walk the collection
    const stillSo = Object.keys(guard).length > 0 ? { $and: [guard, asRead] } : asRead;
    return around(() =>
      act<string, A, D>({
        ...(decided ? {} : anyWay(machine.actions[request.action])),
        ...changes,
        ...sent,
        ...(occurredAt ? { occurredAt } : {}),
        ...(reason === undefined ? {} : { reason }),
        ...(revision === undefined ? {} : { revision }),
        ...{ collection, machine, kind, now, input: body },
        guard: stillSo,
        visible: (found, viewer) => maySee(found, viewer, now),
      }),
    );
  }

  function actOn(request: Acted<A, Body>, known?: D): Promise<ActResult<D>> {
    const read = () => byId(request.county, request.id);
    return decideAnew(request, read, (record) => once(request, record), known);
  }

  return {
    byId,
    act: (request) => actOn(request),
    async insert(record) {
      try {
        await records().insertOne(record);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    insertMissing: (wanted) => addMissing(records(), wanted),
    follow({ _id: id, county }, action, { because, ...more } = {}) {
      const opId = derivedId(county, id, action, ...(because === undefined ? [] : [because]));
      return fire(() => actOn({ county, id, action, actor: { system: 'outbox', county }, opId, ...more }));
    },
    async timer(document, entry) {
      if (!stillMeans(entry, document)) return;
      const { id, action, actor, opId, guard } = firingOf(document, entry);
      // leased a moment ago, whole: most timers need no other reading. The collection holds what its model says
      const known = document as unknown as D;
      // written by the table and our own verbs alone
      await fire(() => actOn({ county: document.county, id, action: action as A, actor, opId, guard }, known));
    },
  };
}

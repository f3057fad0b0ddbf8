import { type Endpoint, Receipt } from '@grid-relief/shared-types/contract';
import { mount, type Route } from '../http/mount';
import type { PersonActor, Tracked } from '../lifecycle';
import type { ActingOn } from './acting-on';

/** What the body of every action has beside its own fields. */
interface Sent {
  readonly opId: string;
  readonly occurredAt?: string;
  readonly reason?: { readonly code: string; readonly words?: string };
  readonly revision?: number;
}

/** Which action of which record under which operation. */
interface Asked<A> {
  readonly action: A;
  readonly id: string;
  readonly opId: string;
}

/**
 * One endpoint for every action that a person may take.
 * @param contracts by the action's name, each made by the contract's `action()`
 * @param viewOf the record as this person may see it now; undefined: it is out of their sight
 * @param asStored what is stored of what was sent: sealed where it holds words about people; absent: just that
 */
export function actionRoutes<D extends Tracked, A extends string, Body>(
  contracts: Readonly<Partial<Record<A, Endpoint>>>,
  acting: Pick<ActingOn<D, A, Body>, 'act'>,
  viewOf: (actor: PersonActor, record: D) => Promise<unknown>,
  asStored?: (actor: PersonActor, asked: Asked<A>, sent: object) => Promise<Body>,
): Route[] {
  return (Object.entries(contracts) as [A, Endpoint][]).map(([action, contract]) =>
    mount(contract, async ({ actor, params, body }) => {
      const { id } = params as { readonly id: string }; // `action()` writes `/{id}/` into every path
      const { opId, occurredAt, reason, revision, ...own } = body as Sent; // and these into every body
      const { receipt, document } = await acting.act({
        ...{ action, actor, opId, county: actor.county, id, revision },
        body: asStored ? await asStored(actor, { action, id, opId }, own) : (own as Body), // parsed by this contract
        occurredAt: occurredAt === undefined ? undefined : new Date(occurredAt),
        reason: reason?.code,
        words: reason?.words,
      });
      const view = await viewOf(actor, document);
      return { receipt: Receipt.parse(receipt), ...(view === undefined ? {} : { view }) };
    }),
  );
}

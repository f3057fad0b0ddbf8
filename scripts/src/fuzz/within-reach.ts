import { findHouseholds } from '@grid-relief/shared-types/households/household.contract';
import { getMe } from '@grid-relief/shared-types/identity/identity.contract';
import { lifecycles } from '@grid-relief/shared-types/lifecycles/all';
import * as z from '@grid-relief/shared-types/zod';
import type { sendTo } from './api';
import type { KnownRecords } from './records';

/** What a caller may do now, and to what: a request about anything else ends at the door. */
export interface WithinReach {
  /** Records by the word in their addresses; households are those the caller has to do with. */
  readonly records: KnownRecords;
  /** Records on which an action is open to this caller, by `<resource> <action>`. */
  readonly forAction: KnownRecords;
}

const View = z.object({ id: z.string(), actions: z.array(z.string()) });
const anId = z.object({ id: z.string() });

/** Asks as the caller's own phone would: the buttons of a record are its view's `actions`. */
export async function withinReach(
  ask: ReturnType<typeof sendTo>,
  known: KnownRecords,
  token: string | undefined,
): Promise<WithinReach> {
  if (token === undefined) return { records: known, forAction: {} };
  const forAction: Record<string, string[]> = {};
  for (const { resource } of lifecycles) {
    for (const id of known[resource] ?? []) {
      const { body } = await ask({ method: 'GET', path: `/${resource}/${id}` }, undefined, token);
      const view = View.safeParse(body);
      for (const action of view.data?.actions ?? []) {
        const name = `${resource} ${action}`;
        forAction[name] = [...(forAction[name] ?? []), id];
      }
    }
  }
  const households = await householdsOf(ask, token);
  return { records: { ...known, ...(households.length > 0 ? { households } : {}) }, forAction };
}

async function householdsOf(ask: ReturnType<typeof sendTo>, token: string): Promise<readonly string[]> {
  const me = getMe.response.safeParse((await ask(getMe, undefined, token)).body);
  const own = me.data?.households.map(({ household }) => household) ?? [];
  const found = z.object({ items: z.array(anId) }).safeParse((await ask(findHouseholds, {}, token)).body);
  return [...own, ...(found.data?.items.map(({ id }) => id) ?? [])];
}

import { firstVisitMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/refusal.lifecycle';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { RefusalDraft, RefusalKind } from '@grid-relief/shared-types/refusals/refusal.schema';
import { Problem } from '../../http/problem';
import { beginRecord, canonicalText, holdsRole, type PersonActor, timerAt, untilKnown } from '../../lifecycle';
import type { RefusalDesk } from '../quarantine';
import { tellRoles } from './entries';
import { machine, type Refusal, type RefusalDetail, refusalKind, type WhoRefuses } from './refusal';
import type { RefusalDeps } from './refusal.deps';
import { recorders } from './refusal.policy';
import { refusalRepository } from './refusal.repository';
import { refusals } from './refusals';
import { sealWho } from './sealed-refusal';

/** Records and gives up refusals in consequence of something else: once, however often it is delivered. */
export function refusalDesk(deps: RefusalDeps): RefusalDesk {
  return {
    async record({ about, link, ...refused }) {
      const { county } = refused;
      if (about && (await deps.hasDied(county, about))) return;
      const record = await refusalOf(deps, refused, link === undefined ? {} : { link });
      await refusals(deps).insert({ ...record, ...(about ? { about } : {}) });
      // in this very moment: whoever ends what the dead have left has not found it
      if (about && (await deps.hasDied(county, about))) await withdrawAll(deps, { county, about, reason: 'ENDED' });
    },
    async withdraw({ county, id, reason }) {
      await refusals(deps).follow({ county, _id: id }, 'dropMoot', { reason });
    },
    withdrawAll: (whose) => withdrawAll(deps, whose),
  };
}

/** Under whichever name it was recorded; what is over is left alone, and its timers ring nobody. */
async function withdrawAll(
  deps: RefusalDeps,
  { county, about, reason }: Parameters<RefusalDesk['withdrawAll']>[0],
): Promise<void> {
  const names = await deps.namesOf(county, about);
  for (const refusal of await refusalRepository(deps.connection).openAbout(county, names)) {
    await refusals(deps).follow(refusal, 'dropMoot', { reason });
  }
}

/**
 * Records what somebody has refused; the same draft again answers the stored one.
 * @throws Problem not-allowed (also for a place elsewhere), id-taken, outcome-unknown
 */
export async function recordByHand(deps: RefusalDeps, actor: PersonActor, draft: RefusalDraft): Promise<Refusal> {
  const { county, personId: by } = actor;
  const { id, kind, area, ...who } = draft;
  if (!holdsRole(actor, recorders, scopeOf(area), deps.now())) throw new Problem('not-allowed');
  const cipher = await deps.cipherOf(county);
  // hashed with the county's key where no request has brought a keyed hash: a bare one of a name is as good as the name
  const draftHash = actor.asked ?? cipher.blindIndex('refusal-draft', canonicalText(draft));
  const stored = refusalRepository(deps.connection);
  const ifSame = (found: Refusal) => {
    if (found.detail.by !== by || found.detail.draftHash !== draftHash) throw new Problem('id-taken');
    return found;
  };
  const same = await stored.byId(county, id);
  if (same) return ifSame(same);
  const record = await refusalOf(deps, { id, county, kind, area, who }, { by, draftHash });
  if (await untilKnown(() => refusals(deps).insert(record))) return record;
  const taken = await stored.byId(county, id);
  if (!taken) throw new Problem('id-taken');
  return ifSame(taken);
}

interface Refused {
  readonly id: string;
  readonly county: string;
  readonly kind: RefusalKind;
  readonly area: AreaId;
  readonly who: WhoRefuses;
}

/** Whoever recorded it has the first word in it; the two who must go there hear at once (handbook 2.11). */
async function refusalOf(
  deps: RefusalDeps,
  { id: _id, county, kind: variant, area, who }: Refused,
  how: Pick<RefusalDetail, 'by' | 'draftHash' | 'link'>,
): Promise<Refusal> {
  const now = deps.now();
  const [state = 'RECORDED'] = machine.initial;
  const sealedWho = sealWho(await deps.cipherOf(county), { _id }, who);
  const detail: RefusalDetail = { code: _id.slice(-4).toUpperCase(), sealedWho, visits: {}, ...how };
  const dueAt = addMinutes(now, firstVisitMinutes);
  const beginning = { _id, county, kind: refusalKind, variant, state, area, scope: scopeOf(area) };
  const entries = [
    timerAt('visitOverdue', dueAt, { states: [state] }),
    tellRoles(['VILLAGE_SECRETARY', 'DOCTOR'], { area, detail }, 'REFUSAL_NEW'),
  ];
  return { ...beginRecord(beginning, entries, now), ...{ kind: refusalKind, variant, createdAt: now, dueAt, detail } };
}

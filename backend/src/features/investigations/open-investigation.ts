import type { InvestigationDraft } from '@grid-relief/shared-types/investigations/investigation.schema';
import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { investigationMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/investigation.lifecycle';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { beginRecord, canonicalText, holdsRole, type PersonActor, timerAt, untilKnown } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { derivedId } from '../../platform/ids';
import type { CaseFound, OpenInvestigation } from '../quarantine';
import { tellRoles } from './entries';
import {
  type CaseWho,
  type Investigation,
  type InvestigationDetail,
  investigationKind,
  machine,
} from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { investigator } from './investigation.policy';
import { investigationRepository } from './investigation.repository';
import { investigations } from './investigations';
import { caseKeys, sealCase } from './sealed-case';

/** Opens an investigation in consequence of something else: once, and none beside one of the same case that runs. */
export function openingDesk(deps: InvestigationDeps): OpenInvestigation {
  return async (found: CaseFound) => {
    const { county, foundIn, area, who, because } = found;
    const id = derivedId(county, foundIn, 'investigation');
    const stored = investigationRepository(deps.connection);
    const keys = caseKeys(await deps.cipherOf(county), who);
    if (keys.length > 0 && (await stored.openByKeys(county, keys))) return;
    const record = await caseOf(deps, { id, county, area, who }, { because });
    await investigations(deps).insert({ ...record, about: foundIn });
  };
}

/**
 * Opens one by hand; the same draft again answers the stored one.
 * @throws Problem not-allowed (also for a place elsewhere), already-open, id-taken, outcome-unknown
 */
export async function openByHand(
  deps: InvestigationDeps,
  actor: PersonActor,
  draft: InvestigationDraft,
): Promise<Investigation> {
  const { county, personId: by } = actor;
  const { id, area, ...who } = draft;
  if (!holdsRole(actor, investigator, scopeOf(area), deps.now())) throw new Problem('not-allowed');
  const cipher = await deps.cipherOf(county);
  // hashed with the county's key where no request has brought a keyed hash: a bare one of a name is as good as the name
  const draftHash = actor.asked ?? cipher.blindIndex('case-draft', canonicalText(draft));
  const stored = investigationRepository(deps.connection);
  const same = await stored.byId(county, id);
  if (same) return ifSame(same, by, draftHash);
  const keys = caseKeys(cipher, who);
  const other = keys.length > 0 ? await stored.openByKeys(county, keys) : null;
  if (other && holdsRole(actor, investigator, other.scope, deps.now())) {
    throw new Problem('already-open', undefined, { open: other._id });
  }
  const record = await caseOf(deps, { id, county, area, who }, { because: 'OPENED_BY_HAND', by, draftHash });
  if (await untilKnown(() => investigations(deps).insert(record))) return record;
  const taken = await stored.byId(county, id);
  if (!taken) throw new Problem('id-taken');
  return ifSame(taken, by, draftHash);
}

function ifSame(stored: Investigation, by: string, draftHash: string): Investigation {
  if (stored.detail.by !== by || stored.detail.draftHash !== draftHash) throw new Problem('id-taken');
  return stored;
}

interface Opened {
  readonly id: string;
  readonly county: string;
  readonly area: AreaId;
  readonly who: CaseWho;
}

async function caseOf(
  deps: InvestigationDeps,
  { id: _id, county, area, who }: Opened,
  how: Pick<InvestigationDetail, 'because' | 'by' | 'draftHash'>,
): Promise<Investigation> {
  const now = deps.now();
  const [state = 'OPEN'] = machine.initial;
  const cipher = await deps.cipherOf(county);
  const detail: InvestigationDetail = {
    ...{ code: _id.slice(-4).toUpperCase(), who: sealCase(cipher, { _id }, who), contacts: [], lateTold: [] },
    ...how,
  };
  const beginning = { _id, county, kind: investigationKind, state, area, scope: scopeOf(area) };
  const assignment = { excluded: how.by ? [how.by] : [] };
  const told = how.by ? [] : [tellRoles([investigator], { area, detail }, 'INVESTIGATION_NEW')];
  const keys = caseKeys(cipher, who);
  return {
    ...beginRecord({ ...beginning, assignment }, [...clockTimers(now), ...told], now),
    ...{ kind: investigationKind, createdAt: now, dueAt: addMinutes(now, investigationMinutes.report), detail },
    ...(keys.length > 0 ? { keys } : {}),
  };
}

/** Each looks when its time comes, and tells of what has run out (handbook 5.5). */
function clockTimers(now: Date): NewEntry[] {
  return Object.values(investigationMinutes).map((minutes) =>
    timerAt('overdue', addMinutes(now, minutes), { states: openStates(machine) }),
  );
}

import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import { beginRecord, untilKnown } from '../../lifecycle';
import type { RegisterWalkIn, WalkInFinding } from '../quarantine';
import { moved } from './entries';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { type ReturneeReport, reportMachine, travellerIdOf } from './returnee-report';
import { reports } from './returnees';
import { livingFirst } from './stand-for';
import { type StoredDraft, spread } from './submit-returnees';

/**
 * Whoever stands at the door of a site comes in like somebody found at a post (handbook 2.12: the chain begins where the
 * person stands). Who is known already is found to be the same person, and arrives.
 */
export function walkInRegister(deps: ReturneeDeps): RegisterWalkIn {
  return async (finding) => {
    const { county, id, by, draftHash } = finding;
    const stored = returneeRepository(deps.connection);
    if (!(await stored.trip(county, id))) {
      const report = await reportOf(deps, finding);
      await untilKnown(() => reports(deps).insert(report));
    }
    const report = await stored.trip(county, id);
    if (!report || report.detail.by !== by || report.detail.draftHash !== draftHash) throw new Problem('id-taken');
    await spread(deps, report);
    const here = await stored.byId(county, travellerIdOf(county, id, 0));
    const first = here && ((await livingFirst(deps, here)) ?? here);
    if (!first) throw new Error(`nobody is registered under ${id}`);
    return { person: first._id, area: first.area };
  };
}

async function reportOf(deps: ReturneeDeps, finding: WalkInFinding): Promise<ReturneeReport> {
  const { id: _id, county, area, place, who, stays, by, draftHash } = finding;
  const now = deps.now();
  const draft: StoredDraft = {
    ...{ id: _id as StoredDraft['id'], foundBy: 'REGISTER', stays: [...stays], arrivedAt: now.toISOString() },
    travellers: [who],
    destination: { kind: 'HOTEL', area, place },
  };
  const cipher = await deps.cipherOf(county);
  const [, state = 'SUBMITTED'] = reportMachine.initial;
  const beginning = { _id, county, kind: 'RETURNEE_REPORT', state, area, scope: scopeOf(area) };
  return {
    ...beginRecord(beginning, [moved], now),
    ...{ kind: 'RETURNEE_REPORT', createdAt: now },
    detail: {
      ...{ by, foundBy: 'REGISTER', draftHash, people: 1, lateReport: false },
      draft: cipher.seal(JSON.stringify(draft), `${_id}/draft`),
    },
  };
}

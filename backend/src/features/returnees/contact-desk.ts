import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { ContactDesk, ContactFinding } from '../quarantine';
import { moved } from './entries';
import { ruleOfVerdict } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { type ReturneeReport, reportMachine, travellerIdOf } from './returnee-report';
import { reports } from './returnees';
import { openSaid, openVerdict } from './said';
import { byPolicy, settleTraveller } from './settle';
import { livingFirst } from './stand-for';
import { type StoredDraft, spread } from './submit-returnees';
import type { Traveller } from './traveller';

/**
 * Whom an investigator has found exposed comes in like somebody found at a door: judged at once, with a chain in the grid
 * where that person is. The records say that it was an investigation, and of no case (handbook C12).
 */
export function contactDesk(deps: ReturneeDeps): ContactDesk {
  return {
    async open(finding) {
      const stored = returneeRepository(deps.connection);
      const { county, id } = finding;
      if (!(await stored.trip(county, id))) await reports(deps).insert(await reportOf(deps, finding));
      const report = await stored.trip(county, id);
      if (report) await spread(deps, report);
    },
    async retract({ county, id }) {
      for (const person of await withFinding(deps, county, id)) await takeBack(deps, person, id);
    },
  };
}

async function reportOf(deps: ReturneeDeps, finding: ContactFinding): Promise<ReturneeReport> {
  const { id: _id, county, area, place, who, contact } = finding;
  const now = deps.now();
  const draft: StoredDraft = {
    ...{ id: _id as StoredDraft['id'], foundBy: 'INVESTIGATION', stays: [], arrivedAt: now.toISOString() },
    travellers: [{ ...who, symptoms: false }],
    destination: { kind: 'HOUSEHOLD', area, ...(place ? { place } : {}) },
    contacts: [{ ...contact, via: _id }],
  };
  const cipher = await deps.cipherOf(county);
  const [, state = 'SUBMITTED'] = reportMachine.initial;
  const beginning = { _id, county, kind: 'RETURNEE_REPORT', state, area, scope: scopeOf(area) };
  return {
    ...beginRecord(beginning, [moved], now),
    ...{ kind: 'RETURNEE_REPORT', createdAt: now },
    detail: {
      ...{ by: 'SYSTEM', foundBy: 'INVESTIGATION', draftHash: _id, people: 1, lateReport: false },
      draft: cipher.seal(JSON.stringify(draft), `${_id}/draft`),
    },
  };
}

/** Everybody whose record knows of this finding: the one it made, or who was there before and took it over. */
async function withFinding(deps: ReturneeDeps, county: string, id: string): Promise<Traveller[]> {
  const stored = returneeRepository(deps.connection);
  const made = await stored.byId(county, travellerIdOf(county, id, 0));
  const first = made && (await livingFirst(deps, made));
  const trips = [...new Set([id, ...(first ? [first.detail.report] : [])])];
  const known = await Promise.all(
    (await stored.ofTrips(county, trips)).map(async (person) => {
      const said = await openSaid(deps, person);
      // judged without it already, by a delivery that went no further: what comes after that is done again
      const wasJudged = person.history.some(({ opId }) => opId === derivedId(county, person._id, 'retriage', id));
      return wasJudged || said?.contacts?.some(({ via }) => via === id) ? [person] : [];
    }),
  );
  return known.flat();
}

/** Judged without it; where nothing else asks for quarantine, that one is over (handbook 2.3). */
async function takeBack(deps: ReturneeDeps, person: Traveller, contactGone: string): Promise<void> {
  const { county, _id } = person;
  await byPolicy(deps, person, 'retriage', { contactGone }, contactGone, 'NO_CONTACT');
  await settleTraveller(deps, county, _id);
  const now = await returneeRepository(deps.connection).byId(county, _id);
  const verdict = now && (await openVerdict(deps, now));
  if (!verdict || ruleOfVerdict(verdict)) return;
  await deps.revokeContact({ county, traveller: _id, because: contactGone });
}

import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { nameParty } from '../../acting';
import { moved, tellHost } from './entries';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { type ReturneeReport, reportMachine } from './returnee-report';
import { hostKeys } from './said';
import { hostIn, type StoredDraft } from './submit-returnees';
import { isTravellerOver, returneeCollection, type Traveller, travellerMachine } from './traveller';

const trips = { collection: returneeCollection, kind: 'RETURNEE_REPORT', machine: reportMachine };
const people = { collection: returneeCollection, kind: 'TRAVELLER', machine: travellerMachine };

/**
 * The county has invited somebody who answers for people: what was reported before, names that phone and is not over
 * becomes theirs, as if they had been there then (ours, rules 2.4). However often, it comes to the same.
 * @throws what a write throws whose outcome is not known: asked again, the rest follows
 */
export async function nameInvitedHost(deps: ReturneeDeps, county: string, phone: string): Promise<void> {
  const keys = hostKeys(await deps.cipherOf(county), phone);
  for (const report of await returneeRepository(deps.connection).openTripsByKeys(county, keys)) {
    await nameHost(deps, report);
  }
}

/**
 * Whether a trip has a host by now is asked as when it was reported, for the place where it lies: of this number, and
 * never of who has asked. Whoever was invited in the moment of the report is found by the trip's own entry.
 */
export async function nameHost(deps: ReturneeDeps, report: ReturneeReport): Promise<void> {
  const { county, _id } = report;
  const phone = await hostPhoneOf(deps, report);
  const host = phone && (await deps.hostOf(county, areaId(report.area), phone));
  if (!host) return;
  const now = deps.now();
  if (!report.parties?.includes(host)) {
    // a trip that ends in this moment names nobody any more, and so does nobody of it
    const isNamed = await nameParty(deps.connection, trips, report, { person: host, now, emit: [moved] });
    if (!isNamed) return;
  }
  for (const one of await returneeRepository(deps.connection).ofTrips(county, [_id])) {
    if (isNew(one, host)) await nameTo(deps, one, host, report.detail.by, now);
  }
}

const isNew = (one: Traveller, host: string) => !isTravellerOver(one) && !one.parties?.includes(host);

/** Told once of each, in the write that names them. */
function nameTo(deps: ReturneeDeps, one: Traveller, host: string, by: string, now: Date): Promise<boolean> {
  const emit = [moved, ...tellHost({ parties: [host] }, by, one.detail.code)];
  return nameParty(deps.connection, people, one, { person: host, now, emit });
}

/** Nothing where no host was named, or the key was destroyed. */
async function hostPhoneOf(deps: ReturneeDeps, { county, _id, keys, detail }: ReturneeReport) {
  if (!keys) return undefined;
  const text = (await deps.cipherOf(county)).open(detail.draft, `${_id}/draft`);
  // sealed by `newReport`, and by nobody else
  return text === undefined ? undefined : hostIn(JSON.parse(text) as StoredDraft)?.phone;
}

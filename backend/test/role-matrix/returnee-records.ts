import { beginRecord } from '../../src/lifecycle';
import type { TestApp } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';
import { partiesOf } from './work-details';

export type ReturneeKind = 'RETURNEE_REPORT' | 'TRAVELLER' | 'CHAIN_LINK' | 'HEALTH_TRACKER';

type Own = Parameters<typeof beginRecord>[0];
const hourMs = 3_600_000;

/** A record of somebody who comes, for which only the table decides: silent on the phone, past every day of being followed. */
export function aReturnee(app: TestApp, cast: Cast, own: Own, variant: string) {
  const now = app.clock.now();
  const { _id: id, kind } = own;
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  if (kind === 'CHAIN_LINK') {
    const detail = {
      traveller: app.anId(),
      code: 'A12B',
      countedFrom: 'ARRIVAL',
      minutes: 60,
      ringsAt: now,
      generation: 0,
    };
    const begun = beginRecord({ ...own, variant }, [], now);
    return { ...begun, priority: 1, createdAt: now, waitingSince: now, dueAt: now, detail };
  }
  const parties = partiesOf(cast);
  const begun = { ...beginRecord({ ...own, household: cast.home, parties }, [], now), createdAt: now };
  if (kind === 'HEALTH_TRACKER') {
    const detail = { code: 'A12B', from: ago(80), until: ago(8), tests: 0, feverTenths: 373 };
    return { ...begun, about: app.anId(), dueAt: now, detail };
  }
  if (kind === 'RETURNEE_REPORT') {
    const draft = cast.cipher?.seal(JSON.stringify({ travellers: [] }), `${id}/draft`);
    const told = { by: app.anId(), foundBy: 'FAMILY', draftHash: 'x', people: 0, lateReport: false };
    return { ...begun, detail: { ...told, draft } };
  }
  if (kind !== 'TRAVELLER') return undefined;
  const stays = [{ place: ['甘肃省', '兰州市'], from: ago(100).toISOString() }];
  const said = { name: '王小返', phone: '19900001234', symptoms: false, stays };
  const calls = [1, 2, 3].map(() => ({ at: now, answered: false, opId: app.anId() }));
  const detail = {
    ...{ report: app.anId(), foundBy: 'FAMILY', destination: 'HOUSEHOLD', code: 'A12B', lateReport: false, calls },
    said: cast.cipher?.seal(JSON.stringify(said), `${id}/said`),
    plannedAt: new Date(now.getTime() + 24 * hourMs),
  };
  return { ...begun, about: detail.report, keys: [], dueAt: now, detail };
}

/** Somebody of whom another record is a duplicate. */
export const firstComer = '141122-000000000000000000000c0mer';

/** What a sample of the schema alone does not know: people who exist, and days that are near. */
export function returneeBody(app: TestApp, kind: string, action: string): Json {
  if (kind === 'TRAVELLER' && action === 'markDuplicate') return { of: firstComer };
  if (kind !== 'HEALTH_TRACKER' || action !== 'convert') return {};
  return { lastExposureAt: new Date(app.clock.now().getTime() - hourMs).toISOString() };
}

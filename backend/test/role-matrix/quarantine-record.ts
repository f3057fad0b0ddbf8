import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../src/lifecycle';
import type { TestApp } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';

type Own = Omit<Parameters<typeof beginRecord>[0], 'scope'>;

const hour = 3_600_000;
const phase = (kind: string, days: number, testDays: readonly number[] = []) => ({
  ...{ kind, days, testDays, hasDoubleSampling: false, stayIn: true },
});
const yes = [
  ...['OWN_ROOM', 'OWN_TOILET', 'NO_SHARED_AIR_CONDITIONING', 'DRAINS_IN_ORDER', 'NO_DORMITORY'],
  ...['ALL_IN_HOME_QUARANTINE', 'CARER_FIT', 'TABLE_AT_DOOR', 'SUPPLIES'],
];

/** What must be so for an action besides who asks: a phase that is over, a way that was chosen. */
const readyFor: Readonly<Record<string, Json>> = {
  startCentral: { verdict: 'CENTRAL' },
  settleHome: { moveTo: 'HOME' },
  startMonitoring: { phases: [phase('HOME', 1), phase('MONITORING', 3, [3])] },
  nextPhase: { phases: [phase('HOME', 1), phase('HOME', 3, [3])] },
  release: { phases: [phase('HOME', 1)] },
  // a category that the county's set of the matrix knows no longer
  terminateByPolicy: { category: 'OTHER_PROVINCE' },
};

/** Somebody in quarantine since two days, with a landing test that is negative and a swab that is not answered. */
export function anEpisodeRecord(app: TestApp, cast: Cast, own: Own, action: string) {
  const now = app.clock.now();
  const anchor = new Date(now.getTime() - 48 * hour);
  const foundAt = new Date(anchor.getTime() + hour);
  const [by, takenAt] = [cast.by('SAMPLER').id, new Date(foundAt.getTime() + hour)];
  const negative = { id: app.anId(), takenAt, by, result: { value: 'NEGATIVE', at: takenAt } };
  const begun = beginRecord({ ...own, kind: 'QUARANTINE_EPISODE', scope: scopeOf(own.area as never) }, [], now);
  return {
    ...begun,
    createdAt: foundAt,
    detail: {
      ...{ sealed: cast.sealedWho, category: 'SECOND_CONTACT', policy: { code: 'V8_NATIONAL', version: 1 } },
      ...{ phases: [phase('HOME', 7, [7])], linkedContact: { negativeTests: 2, otherwiseAs: 'CLOSE_CONTACT' } },
      ...{ anchor, foundAt, dayOneRule: 'NEXT_DAY', missedTestHour: 20, feverTenths: 373, phase: 0, placement: 'HOME' },
      homeLooks: { GRID: { by: app.anId(), at: now, yes }, DOCTOR: { by: app.anId(), at: now, yes } },
      swabs: [negative, { id: openSwab, takenAt: new Date(takenAt.getTime() + hour), by }],
      ...{ reports: [], missedTold: [], breach: { at: now, heard: { at: now, by, sealed: cast.sealedWho } } },
      // whoever keeps a site knows of those who come to one
      ...{ verdict: 'HOME', moveTo: 'CENTRAL' },
      ...(action === 'release' ? { linkedNegativeAt: takenAt } : {}),
      ...readyFor[action],
    },
  };
}

/** The supply clock of the home. */
export function aPlanRecord(app: TestApp, own: Own) {
  const now = app.clock.now();
  const begun = beginRecord({ ...own, kind: 'DELIVERY_PLAN', scope: scopeOf(own.area as never) }, [], now);
  const goods = [{ good: 'PARCEL', runsOutAt: new Date(now.getTime() + 24 * hour) }];
  return { ...begun, createdAt: now, about: app.anId(), detail: { goods, calls: [] } };
}

/** A code to be cleared, written by somebody who approves none of its steps. */
export function aCodeRequest(app: TestApp, cast: Cast, own: Own) {
  const excluded = [cast.by('excluded volunteer').id];
  const about = { ...own, variant: 'CLEAR', scope: scopeOf(own.area as never), assignment: { excluded } };
  const sealedWho = cast.cipher?.seal(JSON.stringify({ name: '王小返' }), `${own._id}/who`);
  const detail = { code: 'A12B', because: 'RELEASED', ...(sealedWho ? { sealedWho } : {}) };
  return { ...beginRecord(about, [], app.clock.now()), createdAt: app.clock.now(), detail };
}

/** A house for quarantine in the place, or one of its rooms, with nobody in it. */
export function aSiteOrRoom(app: TestApp, own: Own) {
  const createdAt = app.clock.now();
  const begun = { ...beginRecord({ ...own, scope: scopeOf(own.area as never) }, [], createdAt), createdAt };
  if (own.kind === 'ROOM') return { ...begun, about: app.anId(), detail: { label: '301' } };
  return { ...begun, detail: { name: '样例隔离点', threshold: 1, labels: ['301'], openedBy: own._id, draftHash: 'x' } };
}

const openSwab = '141122-00000000000000000000000s0b';

/** What a sample of the schema alone does not know: names of things that exist, and words that are among those allowed. */
export function quarantineBody(app: TestApp, action: string): Json {
  const bodies: Readonly<Record<string, Json>> = {
    bookResult: { swab: openSwab },
    move: { to: 'CENTRAL', reason: { code: 'OWN_WISH' } },
    markAbsent: { tried: ['PHONE', 'DOOR'] },
    convert: { anchor: new Date(app.clock.now().getTime() - hour).toISOString() },
    handOut: { toCounty: '140105' },
  };
  return bodies[action] ?? {};
}

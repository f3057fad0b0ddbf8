import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../src/lifecycle';
import type { TestApp } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';

export type ScreeningKind = 'SCREENING_CAMPAIGN' | 'HOUSEHOLD_VISIT' | 'SCREENING_CALLBACK';

type Own = Omit<Parameters<typeof beginRecord>[0], 'scope'>;

/** A screening without a door, a door that the holder is sent to, or a home to be phoned; undefined: none of them. */
export function aScreeningRecord(app: TestApp, cast: Cast, own: Own) {
  const now = app.clock.now();
  const scope = scopeOf(own.area as never); // a grid of the test county
  const excluded = [cast.by('excluded volunteer').id];
  if (own.kind === 'SCREENING_CAMPAIGN') {
    const milestones = [{ at: new Date(now.getTime() + 3_600_000), percent: 50 }];
    const times = { since: '2022-04-01', startsAt: now, milestones };
    const detail = { areas: [own.area], questions: [], homes: 0, plannedBy: app.anId(), draftHash: 'x', ...times };
    return { ...beginRecord({ ...own, scope }, [], now), createdAt: now, detail };
  }
  if (own.kind === 'HOUSEHOLD_VISIT') {
    const assignment = { assignee: cast.by('holder').id, excluded };
    const begun = beginRecord({ ...own, scope, variant: 'LISTED', household: cast.home, assignment }, [], now);
    return { ...begun, createdAt: now, about: app.anId(), detail: { grid: own.area, tries: 1 } };
  }
  if (own.kind !== 'SCREENING_CALLBACK') return undefined;
  const begun = beginRecord({ ...own, scope, assignment: { excluded } }, [], now);
  return { ...begun, createdAt: now, about: app.anId(), detail: { visit: app.anId(), calls: 0 } };
}

/** What a sample of the schema alone does not know: who screens here, and a trip that could be. */
export function screeningBody(app: TestApp, cast: Cast, kind: string, action: string): Json {
  if (kind !== 'HOUSEHOLD_VISIT') return {};
  const ago = (hours: number) => new Date(app.clock.now().getTime() - hours * 3_600_000).toISOString();
  const report = {
    travellers: [{ name: '王小返', phone: '19900001235', symptoms: false }],
    stays: [{ place: ['甘肃省', '兰州市'], from: ago(240) }],
    arrivedAt: ago(24),
  };
  const bodies: Readonly<Record<string, Json>> = {
    sendScreener: { screener: cast.by('holder').id },
    foundReturnee: { report },
  };
  return bodies[action] ?? {};
}

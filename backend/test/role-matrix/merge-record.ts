import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../src/lifecycle';
import type { TestApp } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';

type Own = Omit<Parameters<typeof beginRecord>[0], 'scope'>;

/** Two quarantines that are open, of whom two are one person. */
export const twoEnds = ['141122-0000000000000000000000end1', '141122-0000000000000000000000end2'] as const;
const hour = 3_600_000;

/** Two who may be one. Of whoever nothing is known nothing has changed since it was looked at. */
export function aPersonMerge(app: TestApp, cast: Cast, own: Own, action: string) {
  const now = app.clock.now();
  const ids = action === 'decideEnd' ? twoEnds : [app.anId(), app.anId()];
  const people = ids.map((id) => ({ kind: 'EPISODE', id, area: own.area, names: [id] }));
  const mark = cast.cipher?.blindIndex('merge-content', '[][]') ?? '';
  const detail = { code: 'A12B', by: app.anId(), proposedBy: app.anId(), nth: 0, people, preview: { at: now, mark } };
  return {
    ...beginRecord({ ...own, scope: scopeOf(own.area as never) }, [], now),
    ...{ createdAt: now, dueAt: new Date(now.getTime() + hour), detail },
  };
}

/** One of the two that are open. */
export const mergeBody = (kind: string, action: string): Json =>
  kind === 'PERSON_MERGE' && action === 'decideEnd' ? { episode: twoEnds[0] } : {};

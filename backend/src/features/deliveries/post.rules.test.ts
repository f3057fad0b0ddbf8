import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { PersonActor } from '../../lifecycle';
import { leadsShift } from './post.rules';

const area = areaId('141122100201-g03');
const [post, now] = ['141122-post', new Date('2022-04-18T04:00:00Z')];
const leader = (where: string, more: { until?: Date } = {}) => ({
  role: 'SHIFT_LEADER' as const,
  area: areaId(where),
  ...more,
});

const somebody = (change: Partial<PersonActor>): PersonActor => ({
  ...{ personId: '141122-p', county: '141122', skills: [], ppe: 0 },
  ...{ grants: [], ownHouseholds: [post], proxyHouseholds: [] },
  ...change,
});

test.each<[string, Partial<PersonActor>, boolean]>([
  ['leads the shift there, and is tied to the post', { grants: [leader(area)] }, true],
  ['leads the shifts of the whole township', { grants: [leader('141122100')] }, true],
  ['is tied to the post, and leads nothing any more', { grants: [] }, false],
  ['was the leader until a moment ago', { grants: [leader(area, { until: new Date(now.getTime() - 1) })] }, false],
  ['leads a shift elsewhere', { grants: [leader('141122100201-g04')] }, false],
  ['leads the shift there, at another post', { grants: [leader(area)], ownHouseholds: ['141122-other'] }, false],
  [
    'leads, and only speaks for the post',
    { grants: [leader(area)], ownHouseholds: [], proxyHouseholds: [post] },
    false,
  ],
])('who asks for a post %s', (_who, change, leads) => {
  expect(leadsShift(somebody(change), post, area, now)).toBe(leads);
});

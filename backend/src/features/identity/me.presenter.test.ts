import { gridQueue } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { roles } from '@grid-relief/shared-types/roles';
import { listSensorAlerts } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import type { AccountRecord } from './identity.record';
import { presentMe } from './me.presenter';

const now = new Date('2022-04-18T01:00:00Z');
const account: AccountRecord = {
  ...{ _id: 'c1_person', county: 'c1', grants: [], households: [], version: 0, tokensFrom: 0, blocked: false },
  ...{ invitations: [], ops: [], changedAt: now },
};
const person = { id: account._id, county: account.county, name: '白桦', phone: '10000009999' };

/** The workspaces of somebody with this one role. */
function workspacesWith(role: (typeof roles)[number], until?: Date): readonly string[] {
  const grant = { role, area: 'c1', ...(until ? { until } : {}) } as AccountRecord['grants'][number];
  return presentMe({ ...account, grants: [grant] }, person, now).workspaces;
}

/** Who may ask this of the server. */
const asking = (access: unknown): readonly string[] => (access as { readonly roles: readonly string[] }).roles;

describe('workspaces', () => {
  test('only whom the pages of the grid answer has the workspace of the grid', () => {
    const shown = roles.filter((role) => workspacesWith(role).includes('grid'));
    const [atQueue, atDoors] = [asking(gridQueue.access), asking(listSensorAlerts.access)];
    expect(shown.filter((role) => atQueue.includes(role))).toEqual(['GRID_WORKER', 'GRID_LEADER']);
    // a captain begins with the doors of the building
    expect(shown.filter((role) => !atQueue.includes(role))).toEqual(['BUILDING_CAPTAIN']);
    expect(atDoors).toEqual(expect.arrayContaining(shown));
  });

  test('whoever works keeps the home of a resident, and a grant that has ended opens nothing', () => {
    expect(workspacesWith('COMMUNITY_WORKER')).toEqual(['command', 'resident']);
    expect(workspacesWith('GRID_WORKER', now)).toEqual(['resident']);
  });
});

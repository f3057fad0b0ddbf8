import { connectBeside } from '@grid-relief/backend/src/platform/database';
import type { Connection } from 'mongoose';
import { withDatabaseName } from '../prepare-data';

/** Ids of what exists, by the word that stands for it in addresses, or by what a field means. */
export type KnownRecords = Readonly<Record<string, readonly string[]>>;

/** Tasks by the word in their addresses. */
const taskKinds: Readonly<Record<string, string>> = {
  deliveries: 'DELIVERY',
  runs: 'RUN',
  'handover-legs': 'HANDOVER_LEG',
  'pickup-slots': 'PICKUP_SLOT',
  'late-facts': 'LATE_FACT',
  'sensor-alerts': 'SENSOR_ALERT',
};
const others: Readonly<Record<string, string>> = {
  households: 'households',
  people: 'accounts',
  shops: 'shops',
  areas: 'areas',
  files: 'files',
  ledger: 'ledger',
  'policy-changes': 'policyChanges',
  'area-changes': 'areaChanges',
  'health-code-requests': 'codeRequests',
  transfers: 'transfers',
  passengers: 'transfers',
  vehicles: 'fleet',
  sites: 'sites',
  rooms: 'rooms',
  'door-sensors': 'doorSensors',
  'screening-campaigns': 'screenings',
  'screening-callbacks': 'screenings',
  'household-visits': 'householdVisits',
  'policy-sets': 'policySets',
  investigations: 'investigations',
  refusals: 'refusals',
  'household-events': 'householdEvents',
  'welfare-tasks': 'householdEvents',
  'person-merges': 'personMerges',
};
/** Lines of the requests that a played day leaves. */
const lines = ['rice1', 'eggs1'];
const most = 60;

/**
 * Reads what there is now; the newest first, of which more is to come.
 * @param spared people whose accounts and roles must outlive the run
 */
export async function readRecords(uri: string, spared: ReadonlySet<string>): Promise<KnownRecords> {
  const connection = await connectBeside(withDatabaseName(uri));
  try {
    const tasks = Object.entries(taskKinds).map(async ([word, kind]) => [
      word,
      await ids(connection, 'tasks', { kind }),
    ]);
    const rest = Object.entries(others).map(async ([word, collection]) => [word, await ids(connection, collection)]);
    const found: Record<string, string[]> = Object.fromEntries(await Promise.all([...tasks, ...rest]));
    return { ...found, people: (found.people ?? []).filter((id) => !spared.has(id)), lines };
  } finally {
    await connection.close();
  }
}

async function ids(connection: Connection, collection: string, filter: object = {}): Promise<string[]> {
  const found = connection.collection<{ _id: string }>(collection).find(filter, { projection: { _id: 1 } });
  return (await found.sort({ _id: -1 }).limit(most).toArray()).map(({ _id }) => _id);
}

import { indexPlans } from '@grid-relief/backend/src/index-plans';
import { connectBeside, ensureIndexes } from '@grid-relief/backend/src/platform/database';
import { type SeedSize, sampleSeed, seed } from './seed';

/** The database that `npm start` uses on an engine of its own. */
export const databaseName = 'grid-relief';

/** The address with our database's name in it, unless it names one. */
export function withDatabaseName(uri: string): string {
  const address = new URL(uri);
  if (address.pathname === '' || address.pathname === '/') address.pathname = `/${databaseName}`;
  return address.toString();
}

/** Creates missing indexes; what differs is told and left to a person. */
export async function prepareIndexes(uri: string, report: (line: string) => void): Promise<void> {
  const connection = await connectBeside(uri);
  try {
    const found = await ensureIndexes(connection, indexPlans);
    if (found.created.length > 0) report(`Indexes: ${found.created.length} created.`);
    for (const name of found.different) report(`Index ${name} differs from the plan; see npm run indexes -- --check.`);
  } finally {
    await connection.close();
  }
}

/** Seeds once a database; a later start with another size is told that the data stays as it is. */
export async function prepareSample(uri: string, size: SeedSize, report: (line: string) => void): Promise<void> {
  const connection = await connectBeside(uri);
  try {
    const marks = connection.collection<{ _id: string; size: SeedSize }>('demo_marks');
    const mark = await marks.findOne({ _id: 'sample' });
    if (mark && mark.size !== size) report(`The sample county is "${mark.size}"; for "${size}" use --fresh.`);
    if (mark) return;
    report('Writing the sample county.');
    await seed({ uri, size, seedNumber: sampleSeed });
    await marks.insertOne({ _id: 'sample', size });
  } finally {
    await connection.close();
  }
}

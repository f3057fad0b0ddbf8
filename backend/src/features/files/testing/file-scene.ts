import { FileId } from '@grid-relief/shared-types/primitives/ids';
import sharp from 'sharp';
import type { PersonActor } from '../../../lifecycle';
import { fieldVault, masterKey } from '../../../platform/encryption';
import { idSource } from '../../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../../testing/test-database';
import { fileRepository, type ReadDeps, type UploadDeps, uploadFile } from '..';

let database: TestDatabase;
/** What files are kept with in the running test file. */
export let deps: UploadDeps & ReadDeps;
/** The files whose opening has been recorded in this test. */
export const looks: string[] = [];
/** Who else may read any file in this test: their ids. */
export const entitled: string[] = [];

/** Opens a database for the files of a test file, and closes it after them. Each test begins with nobody entitled. */
export function setTheScene(): void {
  // the machine may be busy with other tests
  jest.setTimeout(30_000);
  beforeAll(async () => {
    database = await openTestDatabase();
    const now = () => new Date('2022-04-18T02:00:00Z');
    deps = {
      files: fileRepository(database.connection),
      vault: fieldVault(database.connection, masterKey(Buffer.alloc(32, 7)), now),
      now,
      mayRead: async (_file, actor) => entitled.includes(actor.personId),
      recordLook: async (file) => {
        looks.push(file._id);
      },
    };
  });
  afterAll(() => database.close());
  beforeEach(() => {
    entitled.length = 0;
    looks.length = 0;
  });
}

/** The county of everybody here. */
export const county = '141122';
const ids = idSource();
/** An id for a file that is not there yet. */
export const newId = () => FileId.parse(ids(county));

/** Another person of the county, without any role. */
export function somebody(): PersonActor {
  return {
    personId: ids(county),
    county,
    grants: [],
    ownHouseholds: [],
    proxyHouseholds: [],
    skills: [],
    ppe: 0,
  };
}

/** Who sends the files. */
export const sender = somebody();

/** A street scene of noise, so that it does not compress to nothing. */
export async function aPhoto(width = 800, height = 600): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer();
}

/** Why these bytes are not taken; `stored` where they are. */
export const refusal = (bytes: Buffer, purpose: 'RECEIPT' | 'VOICE_NOTE' = 'RECEIPT') =>
  uploadFile(deps, sender, { id: newId(), purpose, bytes }).then(
    () => 'stored',
    (problem: { type?: string }) => problem.type,
  );

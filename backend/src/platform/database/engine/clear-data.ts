import { rm } from 'node:fs/promises';
import { lockFolder } from './folder-lock';

/** Deletes everything in the data folder. Throws when a running process uses it. */
export async function clearData(dataFolder: string): Promise<void> {
  const lock = await lockFolder(dataFolder);
  try {
    await rm(dataFolder, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

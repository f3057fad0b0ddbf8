import { readFile } from '@grid-relief/shared-types/files/file.contract';
import { keptFile, openFile } from '@/platform';
import { messageFor } from './call';
import { newId, useSession } from './session';
import { addressOf, headersFor } from './transmit';

/** An address to show a file from: the copy on this device while it is unsent, else the server's. Undefined when it cannot be had. */
export async function fileAddress(id: string): Promise<string | undefined> {
  const token = useSession.getState().signedIn?.tokens.accessToken;
  const served = await openFile(addressOf(messageFor(readFile, { params: { id } })), headersFor(token, newId()));
  return served ?? (await keptFile(id))?.path;
}

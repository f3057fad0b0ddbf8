import {
  dropKeptFiles,
  onAppVisible,
  onNetworkChange,
  putKeptFile,
  readStored,
  removeStored,
  storedKeys,
  writeStored,
} from '@/platform';
import { authorised } from '../authorised';
import { newId, onWipe, useSession } from '../session';
import { addressOf, headersFor, readReply, transmit } from '../transmit';
import { type Command, restoreCommand } from './command';
import { forgetHandedIn } from './handed-in';
import { createOutbox, type OutboxWorld } from './outbox';

const prefix = 'outbox:';

function restored(): Command[] {
  return storedKeys(prefix)
    .flatMap((key) => readStored(key, restoreCommand) ?? [])
    .sort((a, b) => a.seq - b.seq);
}

async function sendFile(command: Command, id: string, token: string | undefined) {
  const requestId = newId();
  return readReply(await putKeptFile(id, addressOf(command), headersFor(token, requestId)), requestId);
}

const world: OutboxWorld = {
  now: Date.now,
  random: Math.random,
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  write: (id, value) => writeStored(prefix + id, value),
  remove: ({ id, file }) => {
    removeStored(prefix + id);
    forgetHandedIn(id);
    if (file !== undefined) void dropKeptFiles(file);
  },
  send: (command) => {
    const { file } = command;
    return authorised((token) => (file === undefined ? transmit(command, token) : sendFile(command, file, token)));
  },
};

/** The outbox of this program; restored from the device when the program starts. */
export const outbox = createOutbox(world, restored());

let isWatching = false;

/** Wires the outbox to the device: it sends when the network or the person is back. Called once, by the app's frame. */
export function watchDevice(): void {
  if (isWatching) return;
  isWatching = true;
  onNetworkChange((isOnline) => isOnline && outbox.flush());
  onAppVisible((isVisible) => isVisible && outbox.flush());
  useSession.subscribe(({ signedIn }, before) => signedIn && !before.signedIn && outbox.flush());
  onWipe(() => {
    outbox.clear();
    void dropKeptFiles();
  });
  outbox.flush();
}

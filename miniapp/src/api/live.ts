import { LiveMessage } from '@grid-relief/shared-types/live/live.schema';
import * as z from '@grid-relief/shared-types/zod';
import { onAppVisible, onNetworkChange, openSocket, type Socket } from '@/platform';
import { renew } from './authorised';
import { hearOf } from './gathered-news';
import { refreshAll, refreshReadSoFar } from './query';
import { useSession } from './session';

/** Without a live line the screens ask by themselves, each phone at its own moment. */
const pollMs = 25_000;
const firstPauseMs = 1_500;
const longestPauseMs = 60_000;

type Line = { socket: Socket | undefined; isReady: boolean; tries: number; mark: string | undefined };

const line: Line = { socket: undefined, isReady: false, tries: 0, mark: undefined };
let isWanted = false;
let isVisible = true;
let reconnect: ReturnType<typeof setTimeout> | undefined;

/** Records by which others are shown otherwise that are not named with them: what happens in a home, its requests. */
const changesOthers: readonly string[] = ['HOUSEHOLD_EVENT'];

const jittered = (ms: number) => ms * (0.6 + Math.random() * 0.8);
const token = () => useSession.getState().signedIn?.tokens.accessToken;

function read(text: string): LiveMessage | undefined {
  try {
    return z.safeParse(LiveMessage, JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function hear(text: string): void {
  const message = read(text);
  if (message === undefined) return;
  if (message.type === 'bye') {
    // the socket ends with the token or the grant; a fresh token may open it again
    if (message.why !== 'CLOSING') void renew();
    return;
  }
  const isFirst = line.mark === undefined;
  line.mark = message.mark;
  if (message.type === 'ready') {
    line.isReady = true;
    line.tries = 0;
    if (isFirst) refreshReadSoFar();
  }
  if (message.type === 'refetch') refreshAll();
  if (message.type === 'changed') hearOf(message.record, changesOthers.includes(message.kind));
}

function hello(): void {
  line.socket?.send(JSON.stringify({ type: 'hello', token: token() ?? '', ...(line.mark && { mark: line.mark }) }));
}

function closed(): void {
  line.socket = undefined;
  line.isReady = false;
  clearTimeout(reconnect);
  if (!isWanted || !isVisible) return;
  line.tries += 1;
  reconnect = setTimeout(() => void connect(), jittered(Math.min(longestPauseMs, firstPauseMs * 2 ** line.tries)));
}

let isConnecting = false;

async function connect(): Promise<void> {
  if (line.socket !== undefined || isConnecting || !isWanted || token() === undefined) return;
  isConnecting = true;
  try {
    // in a browser the handlers run after this turn, when the socket is in place
    line.socket = await openSocket(`${API_BASE}/live`, {
      onOpen: () => setTimeout(hello, 0),
      onMessage: hear,
      onClose: closed,
    });
  } catch {
    closed();
  } finally {
    isConnecting = false;
  }
}

function poll(): void {
  setTimeout(() => {
    if (isWanted && isVisible && !line.isReady) refreshAll();
    poll();
  }, jittered(pollMs));
}

let isWatching = false;

/** Opens the live line whenever somebody is signed in and looks at the program; polls while there is none. Called once. */
export function watchLive(): void {
  if (isWatching) return;
  isWatching = true;
  const follow = () => {
    isWanted = token() !== undefined;
    if (isWanted && isVisible) void connect();
    else line.socket?.close();
  };
  onAppVisible((visible) => {
    isVisible = visible;
    follow();
  });
  onNetworkChange((isOnline) => isOnline && follow());
  useSession.subscribe(({ signedIn }, before) => {
    if (signedIn?.me.person !== before.signedIn?.me.person) line.mark = undefined;
    if (Boolean(signedIn) !== Boolean(before.signedIn)) follow();
  });
  follow();
  poll();
}

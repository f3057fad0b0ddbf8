import { LiveHello, type LiveMessage } from '@grid-relief/shared-types/live/live.schema';
import type { WebSocket } from 'ws';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import type { AnnouncementRepository } from './announcement.repository';
import { changedText, type Hub, type Listener } from './hub';
import { markAt, replayFrom } from './mark';
import { grantsEnd, topicsOf } from './topics';

export interface SessionDeps {
  readonly announcements: Pick<AnnouncementRepository, 'since'>;
  readonly hub: Hub;
  /** Who sent this token, and when it ends. @throws when it counts for nobody */
  readonly authenticate: (token: string) => Promise<{ readonly actor: PersonActor; readonly endsAt: Date }>;
  /** Since when this process hears everything: a mark from before it means fetching anew. */
  readonly heardSince: () => Date;
  /** Business time: tokens and roles end by it. */
  readonly now: Clock;
  /** The machine's time: marks and announcements go by it, never by a clock that a test or the demo moves. */
  readonly machineNow: Clock;
}

type Why = Extract<LiveMessage, { type: 'bye' }>['why'];

/** A live socket from outside. */
export interface Session extends Listener {
  bye(why: Why): void;
}

const helloWithinMs = 10_000;
/** Unsent text above which a client is cut off: it will come back with its mark. Bytes. */
const unsentLimit = 256 * 1024;
/** More to tell again than this is slower than fetching anew. */
const replayLimit = 500;
/** The longest a timer can run. Milliseconds. */
const longestTimer = 2 ** 31 - 1;
const policyViolation = 1008;
const goingAway = 1001;

/** Waits for the greeting of a new socket, then tells it what it may hear until its token or a role ends. */
export function openSession(socket: WebSocket, deps: SessionDeps): void {
  const impatience = setTimeout(() => sayBye(socket, 'BAD_HELLO'), helloWithinMs);
  socket.on('error', () => socket.terminate());
  socket.once('close', () => clearTimeout(impatience));
  socket.once('message', (data) => {
    clearTimeout(impatience);
    // a second message has no meaning; it is read and dropped
    void greet(socket, String(data), deps).catch(() => sayBye(socket, 'BAD_HELLO'));
  });
}

async function greet(socket: WebSocket, text: string, deps: SessionDeps): Promise<void> {
  const hello = LiveHello.parse(JSON.parse(text));
  const known = await deps.authenticate(hello.token).catch(() => undefined);
  if (!known) return sayBye(socket, 'TOKEN_ENDED');
  if (socket.readyState !== socket.OPEN) return;
  const now = deps.now();
  const session = sessionOn(socket, known.actor.personId);
  const topics = topicsOf(known.actor, hello.areas, now);
  // listening begins before the past is read: what happens meanwhile is told twice rather than never
  deps.hub.join(session, known.actor.county, topics);
  leaveAtEnd(session, socket, deps.hub, endOf(known, now), now);
  send(socket, { type: 'ready', mark: markAt(deps.machineNow()) });
  if (hello.mark !== undefined) await replay(session, socket, known.actor.county, topics, hello.mark, deps);
}

interface End {
  readonly at: Date;
  readonly why: Why;
}

/** What ends first: the token, or a role. */
function endOf({ actor, endsAt }: { readonly actor: PersonActor; readonly endsAt: Date }, now: Date): End {
  const roleEnds = grantsEnd(actor, now);
  return roleEnds && roleEnds < endsAt ? { at: roleEnds, why: 'GRANTS_CHANGED' } : { at: endsAt, why: 'TOKEN_ENDED' };
}

/** A function of its own: what it keeps as long as the socket is open is what it was given, and not the greeting. */
function leaveAtEnd(session: Session, socket: WebSocket, hub: Hub, { at, why }: End, now: Date): void {
  const left = Math.min(Math.max(0, at.getTime() - now.getTime()), longestTimer);
  const timer = setTimeout(() => session.bye(why), left).unref();
  socket.once('close', () => {
    hub.leave(session);
    clearTimeout(timer);
  });
}

async function replay(
  session: Session,
  socket: WebSocket,
  county: string,
  topics: readonly string[],
  mark: string,
  { announcements, machineNow, heardSince }: SessionDeps,
): Promise<void> {
  const from = replayFrom(mark, machineNow(), heardSince());
  const missed = from ? await announcements.since(county, topics, from, replayLimit + 1) : undefined;
  if (!missed || missed.length > replayLimit) return send(socket, { type: 'refetch', mark: markAt(machineNow()) });
  for (const announcement of missed) session.tell(changedText(announcement));
}

function sessionOn(socket: WebSocket, person: string): Session {
  return {
    person,
    tell(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > unsentLimit) return socket.terminate();
      socket.send(text);
    },
    bye: (why) => sayBye(socket, why),
  };
}

function send(socket: WebSocket, message: LiveMessage): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}

function sayBye(socket: WebSocket, why: Why): void {
  send(socket, { type: 'bye', why });
  socket.close(why === 'CLOSING' ? goingAway : policyViolation, why);
}

import { mayBeRepeated, needsSignIn, type Outcome, type Problem } from '../problem';
import type { Command } from './command';

/** Backoff: 2 s doubling to a minute, each between half and the whole of it so that phones do not come in step. */
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;
/** A server may ask for patience, but not for so much that a wrong header would silence a phone. */
const longestAskedSeconds = 300;
/** A server that fails at the same thing again and again will not change its mind; the person is told. */
const triesAtBrokenServer = 10;
/** WeChat runs ten requests at once; the screens need some of them. */
const atOnce = 4;

/** Milliseconds until the next try. */
export function pauseAfter(tries: number, random: () => number, retryAfterSeconds = 0): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, tries - 1));
  return Math.max(pause * (0.5 + random() / 2), Math.min(retryAfterSeconds, longestAskedSeconds) * 1000);
}

/** Due now. A time far ahead of any pause means that the clock was put back, so it counts as due. */
function isDue({ notBefore }: Command, now: number): boolean {
  return notBefore <= now || notBefore > now + 10 * longestPauseMs;
}

/** On its way, or waiting for the network. */
export const isUnderWay = ({ state }: Pick<Command, 'state'>): boolean => state === 'waiting' || state === 'sending';

/** A second tap comes within this, also where the first one has been answered meanwhile. Ours. */
const doubleTapMs = 1_000;

/** What a person does to a record, without the marks that make each press its own. */
export type Deed = { readonly record: string; readonly name: string; readonly body?: unknown };

function saidBy(body: unknown): string {
  const { opId, occurredAt, ...said }: Record<string, unknown> = { ...(typeof body === 'object' ? body : {}) };
  return JSON.stringify(said);
}

/** One sign for the same deed, however often it is pressed. */
export const signOf = ({ record, name, body }: Deed): string => `${record} ${name} ${saidBy(body)}`;

/**
 * Whether this is the second half of a double tap: the last thing done to the record is the same, and it is under way or
 * was pressed just now. Done again after something else, it is meant; refused, it may be tried anew.
 */
export function isSecondTap(all: readonly Command[], deed: Deed, now: number): boolean {
  const last = all.filter(({ record, file }) => record === deed.record && file === undefined).at(-1);
  if (last === undefined || last.state === 'refused' || signOf(last) !== signOf(deed)) return false;
  const since = now - Date.parse(last.savedAt);
  return isUnderWay(last) || (since >= 0 && since < doubleTapMs);
}

function isFirstOfItsRecord(command: Command, all: readonly Command[]): boolean {
  return !all.some((other) => other.record === command.record && other.seq < command.seq && isUnderWay(other));
}

function hasWhatItNeeds(command: Command, all: readonly Command[]): boolean {
  return command.needs.every((id) => !all.some((other) => other.id === id && other.state !== 'sent'));
}

/** The commands that may be sent now: first of their record, in order, not too many at once. */
export function sendableNow(all: readonly Command[], now: number): readonly Command[] {
  const free = atOnce - all.filter(({ state }) => state === 'sending').length;
  const ready = all.filter(
    (each) =>
      each.state === 'waiting' && isDue(each, now) && isFirstOfItsRecord(each, all) && hasWhatItNeeds(each, all),
  );
  return [...ready].sort((a, b) => a.seq - b.seq).slice(0, Math.max(0, free));
}

/** Milliseconds until something becomes due by itself; undefined when nothing waits. */
export function nextWake(all: readonly Command[], now: number): number | undefined {
  const times = all.filter(({ state }) => state === 'waiting').map(({ notBefore }) => Math.max(0, notBefore - now));
  return times.length === 0 ? undefined : Math.min(longestPauseMs, ...times.filter((ms) => ms > 0), longestPauseMs);
}

function isGivenUp(problem: Problem, tries: number): boolean {
  return problem.type === 'internal' && tries >= triesAtBrokenServer;
}

/** Where a command stands after an answer, or after none. Only an answer ends it: silence is never taken for a refusal. */
export function afterAnswer(command: Command, outcome: Outcome<unknown>, now: number, random: () => number): Command {
  const tries = command.tries + 1;
  if (outcome.ok) return { ...command, state: 'sent', tries, problem: undefined };
  const { problem } = outcome;
  const isHeld = problem.type === 'client-too-old';
  if (isHeld || (mayBeRepeated(problem) && !isGivenUp(problem, tries))) {
    const pause = needsSignIn(problem) || isHeld ? longestPauseMs : pauseAfter(tries, random, problem.retryAfter);
    return { ...command, state: 'waiting', tries, notBefore: now + pause };
  }
  return { ...command, state: 'refused', tries, problem };
}

/** Everything that waits becomes due: the network is back, the program came to the front, somebody signed in. */
export function allDue(all: readonly Command[]): readonly Command[] {
  return all.map((each) => (each.state === 'waiting' ? { ...each, notBefore: 0 } : each));
}

/** A command and, when it was a photo that was dropped, the acts that would have named it. */
export function withDependants(id: string, all: readonly Command[]): readonly Command[] {
  const isUnknown = ({ state, tries }: Command) =>
    state === 'sending' || state === 'sent' || (state === 'waiting' && tries > 0);
  // what was sent without an answer may be stored already; it cannot be unsaid from here
  return all.filter((each) => (each.id === id || each.needs.includes(id)) && !isUnknown(each));
}

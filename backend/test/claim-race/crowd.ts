import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../src/http/problem';
import type { PersonActor, Receipt } from '../../src/lifecycle';
import { operation, person } from '../../src/lifecycle/crate.fixture';
import type { LoggedOperation } from './check-history';

/** One operation somebody wants done; `holder` only for claim and reassign. */
export interface Wish {
  readonly action: 'claim' | 'giveBack' | 'finish' | 'reassign' | 'expire';
  readonly task: string;
  readonly actor: PersonActor;
  readonly opId: string;
  readonly holder?: string;
}

/** Does an operation, or throws a Problem. The right one is the engine; the control is the planted fault. */
export type Doer = (wish: Wish) => Promise<Receipt>;

export interface Crowd {
  readonly tasks: readonly string[];
  readonly people: number;
  readonly operations: number;
  /** Tasks that everybody wants: half of all operations go to them. */
  readonly hot: number;
  readonly random: () => number;
}

/** A small repeatable source of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Everybody acts at once, each one operation after another, until enough were logged. */
export async function letLoose(
  crowd: Crowd,
  doer: Doer,
  onProgress: (count: number) => void,
): Promise<LoggedOperation[]> {
  const log: LoggedOperation[] = [];
  let started = 0;
  const live = async (number: number) => {
    // one in ten is a leader, who names holders; the rest are volunteers
    const actor = person(number, number % 10 === 0 ? ['GRID_LEADER', 'VOLUNTEER'] : ['VOLUNTEER']);
    const mine: string[] = [];
    while (started < crowd.operations) {
      started++;
      const wish = nextWish(crowd, actor, mine);
      const entry = await carryOut(wish, doer, crowd.random);
      log.push(entry);
      if (entry.outcome === 'done' && wish.action === 'claim') mine.push(wish.task);
      onProgress(log.length);
    }
  };
  await Promise.all(Array.from({ length: crowd.people }, (_, i) => live(i + 1)));
  return log;
}

function nextWish({ tasks, hot, random, people }: Crowd, actor: PersonActor, mine: string[]): Wish {
  const among = random() < 0.5 ? hot : tasks.length;
  const any = tasks[Math.floor(random() * among)] ?? '';
  const base = { actor, opId: operation() };
  const dice = random();
  if (dice < 0.05) return { ...base, action: 'expire', task: any };
  if (dice < 0.1)
    return { ...base, action: 'reassign', task: any, holder: person(1 + Math.floor(random() * people)).personId };
  const held = mine.length > 0 && dice < 0.5 ? mine.shift() : undefined;
  if (!held) return { ...base, action: 'claim', task: any, holder: actor.personId };
  return { ...base, action: dice < 0.13 ? 'finish' : 'giveBack', task: held };
}

const repeats = 3;

/** As the mini-program does: an unknown outcome is repeated with the same operation id. Some die before they hear. */
async function carryOut(wish: Wish, doer: Doer, random: () => number): Promise<LoggedOperation> {
  const { action, task, actor, opId } = wish;
  const base = { action, task, actor: actor.personId, opId, began: performance.now() };
  if (random() < 0.005) {
    void doer(wish).catch(() => undefined);
    return { ...base, ended: performance.now(), outcome: 'unknown' };
  }
  for (let i = 0; i < repeats; i++) {
    try {
      const receipt = await doer(wish);
      return { ...base, ended: performance.now(), outcome: 'done', receipt };
    } catch (error) {
      const isRefusal = error instanceof Problem && error.type !== 'outcome-unknown';
      if (isRefusal) return { ...base, ended: performance.now(), outcome: 'refused' };
      if (!(error instanceof Problem)) throw error;
      await sleep(100);
    }
  }
  return { ...base, ended: performance.now(), outcome: 'unknown' };
}

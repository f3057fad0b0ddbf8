import { load, type Shot } from './http-load';
import type { ServerProcess } from './server-process';
import { type Comparison, median } from './side-by-side';

/** One side of a comparison over HTTP; all sides live in one measured process and take turns. */
export interface HttpSides<Side extends string> {
  readonly server: ServerProcess;
  readonly shots: Readonly<Record<Side, () => Shot>>;
  /** Requests of one turn. */
  readonly times: number;
  readonly together: number;
  readonly rounds?: number;
  /** Requests before the first turn, so that the engine has compiled what it will compile; absent: half a turn. */
  readonly warmUp?: number;
}

/** What one side came to: medians over the rounds. */
export interface HttpFigures {
  readonly perSecond: number;
  /** Microseconds within which 99 of 100 answers came, over all rounds. */
  readonly p99: number;
  /** Microseconds of the measured process's processor for one request. */
  readonly cpu: number;
}

/** Warms every side up, then lets them take turns: absolute figures drift on a shared machine, ratios do not. */
export async function httpSideBySide<Side extends string>(sides: HttpSides<Side>): Promise<Record<Side, HttpFigures>> {
  const { server, shots, times, together, rounds = 7, warmUp = Math.ceil(times / 2) } = sides;
  const names = Object.keys(shots) as Side[]; // the keys of a record with exactly these
  const taken = new Map(names.map((name) => [name, { perSecond: [], cpu: [], times: [] } as Taken]));
  for (const name of names) await load(shots[name], warmUp, together);
  for (let round = 0; round < rounds; round++) {
    for (const [name, { perSecond, cpu, times: all }] of taken) {
      const before = await server.spent();
      const result = await load(shots[name], times, together);
      cpu.push(((await server.spent()).cpuMicros - before.cpuMicros) / times);
      perSecond.push(times / result.seconds);
      all.push(...result.times);
    }
  }
  const figures = [...taken].map(([name, { perSecond, cpu, times: all }]) => {
    const sorted = all.sort((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
    return [name, { perSecond: median(perSecond), p99, cpu: median(cpu) }];
  });
  return Object.fromEntries(figures) as Record<Side, HttpFigures>; // one entry for each name
}

interface Taken {
  readonly perSecond: number[];
  readonly cpu: number[];
  readonly times: number[];
}

export type Named = Pick<Comparison, 'goal' | 'what' | 'peer'>;

/** A row of more is better: the ratio is ours by theirs. */
export function moreIsBetter(named: Named, ours: number, theirs: number, atLeast: number, unit = '/s'): Comparison {
  const ratio = ours / theirs;
  return { ...named, unit, ours, theirs, ratio, passLine: `≥ ${atLeast.toFixed(2)}`, reached: ratio >= atLeast };
}

/** A row of less is better; without a line it only tells. */
export function lessIsBetter(named: Named, ours: number, theirs: number, atMost?: number, unit = 'µs'): Comparison {
  const ratio = ours / theirs;
  const base = { ...named, unit, ours, theirs, ratio };
  if (atMost === undefined) return { ...base, passLine: 'told', reached: undefined };
  return { ...base, passLine: `≤ ${atMost.toFixed(2)}`, reached: ratio <= atMost };
}

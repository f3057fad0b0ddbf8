/** Two ways of doing the same, measured in turn in one run: absolute figures drift on a shared machine, ratios do not. */
export interface Comparison {
  /** The goal it answers, e.g. P6. */
  readonly goal: string;
  readonly what: string;
  readonly peer: string;
  /** The unit of both figures. */
  readonly unit: string;
  readonly ours: number;
  readonly theirs: number;
  /** ours / theirs. */
  readonly ratio: number;
  readonly passLine: string;
  /** Absent where a figure is only told. */
  readonly reached: boolean | undefined;
}

export interface Sides {
  readonly goal: string;
  readonly what: string;
  readonly peer: string;
  readonly passLine: string;
  /** For times: the ratio must be at most this. */
  readonly atMost?: number;
  /** For throughput: the ratio must be at least this. */
  readonly atLeast?: number;
  /** Does it n times. */
  readonly ours: (times: number) => Promise<void> | void;
  readonly theirs: (times: number) => Promise<void> | void;
  readonly times: number;
  readonly rounds?: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function microsecondsEach(run: (times: number) => Promise<void> | void, times: number): Promise<number> {
  const began = process.hrtime.bigint();
  await run(times);
  return Number(process.hrtime.bigint() - began) / 1000 / times;
}

/** Warms both up, then measures them in turn; the medians are compared. Figures are microseconds an operation. */
export async function sideBySide(sides: Sides): Promise<Comparison> {
  const { ours, theirs, times, rounds = 7, goal, what, peer, passLine } = sides;
  await ours(Math.ceil(times / 5));
  await theirs(Math.ceil(times / 5));
  const mine: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(await microsecondsEach(ours, times));
    peers.push(await microsecondsEach(theirs, times));
  }
  const [a, b] = [median(mine), median(peers)];
  // throughput is the inverse of time, so its ratio is theirs / ours
  const ratio = sides.atLeast === undefined ? a / b : b / a;
  const reached =
    sides.atLeast === undefined ? ratio <= (sides.atMost ?? Number.POSITIVE_INFINITY) : ratio >= sides.atLeast;
  return { goal, what, peer, unit: 'µs', ours: a, theirs: b, ratio, passLine, reached };
}

/** How far a cargo build is. */
export interface CargoStep {
  readonly phase: 'downloading' | 'compiling' | 'installing';
  readonly done?: number;
  readonly total?: number;
}

/**
 * Reads one piece of cargo's standard error (a line, or a part ended by a carriage return).
 * Returns undefined for pieces that tell nothing about progress.
 */
export function readCargoStep(piece: string): CargoStep | undefined {
  const counted = /Building \[[=> ]*\]\s+(\d+)\/(\d+)/.exec(piece);
  if (counted) return { phase: 'compiling', done: Number(counted[1]), total: Number(counted[2]) };
  if (/^\s*(Updating|Downloading|Downloaded)\b/.test(piece)) return { phase: 'downloading' };
  if (/^\s*Compiling\b/.test(piece)) return { phase: 'compiling' };
  if (/^\s*(Finished|Installing|Installed)\b/.test(piece)) return { phase: 'installing' };
  return undefined;
}

/** One line for the person who waits; `elapsedMs` since the build began. */
export function describeCargoStep(step: CargoStep, elapsedMs: number): string {
  const count = step.total ? ` ${step.done ?? 0}/${step.total} (${percent(step.done ?? 0, step.total)}%)` : '';
  return `SecantusDB: ${step.phase}${count}, ${describeElapsed(elapsedMs)}`;
}

/** Minutes and seconds, such as "2 min 05 s". */
export function describeElapsed(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
}

function percent(done: number, total: number): number {
  return Math.floor((done * 100) / total);
}

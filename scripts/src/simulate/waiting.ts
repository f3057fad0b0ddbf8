/** Times people waited, in minutes of the simulated day. */
export interface Waiting {
  readonly name: string;
  readonly minutes: readonly number[];
}

/** The value below which a share of the sorted numbers lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** One line for each kind of waiting: how many, median, nine of ten, the longest. */
export function waitingTable(rows: readonly Waiting[]): string[] {
  const head = [
    'waiting for'.padEnd(28),
    'count'.padStart(6),
    'half'.padStart(8),
    '9 of 10'.padStart(8),
    'longest'.padStart(8),
  ].join(' ');
  const cell = (minutes: number) => minutes.toFixed(1).padStart(8);
  const lines = rows.map(({ name, minutes }) =>
    [
      name.padEnd(28),
      String(minutes.length).padStart(6),
      cell(quantile(minutes, 0.5)),
      cell(quantile(minutes, 0.9)),
      cell(quantile(minutes, 1)),
    ].join(' '),
  );
  return [head, ...lines];
}

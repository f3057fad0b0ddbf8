/** Who was told what about a record, for stories that read it back: `GRID_LEADER:REPORT_WAITS`. */
export interface ToldLine {
  readonly record: string;
  readonly line: string;
}

/** One line for each addressee of a notice, as the outbox entry carries it. */
export function toldLines(record: string, { to, code }: Readonly<Record<string, unknown>>): readonly ToldLine[] {
  return [to].flat().map((recipient) => ({ record, line: `${addressee(recipient)}:${code}` }));
}

function addressee(to: unknown): string {
  const { role, household, gridOf, party } = to as Readonly<Record<string, string | undefined>>; // as our verbs write it
  if (role) return role;
  if (household || party) return 'HOUSEHOLD';
  return gridOf ? 'GRID' : 'CARRIER';
}

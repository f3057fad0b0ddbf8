import type { Home } from './scene';

/** A row of the book, as far as its sum is concerned. Fen. */
export interface BookRow {
  readonly kind: string;
  readonly amountFen: number;
  readonly delivery?: string;
  readonly run?: string;
}

/** Which of a household's name, phone, id and door an answer holds. */
export function secretsIn(answer: unknown, { name, phone, household }: Home): string[] {
  const text = JSON.stringify(answer);
  const secrets = { name, phone, household, room: '"room"', building: '"building"' };
  return Object.entries(secrets)
    .filter(([, secret]) => text.includes(secret))
    .map(([what]) => what);
}

function sums(rows: readonly BookRow[]) {
  const of = (kind: string) =>
    rows.filter((row) => row.kind === kind).reduce((sum, { amountFen }) => sum + amountFen, 0);
  return {
    of,
    advanced: of('ADVANCED') - of('ADVANCE_REVERSED'),
    repaid: of('REPAID') - of('GIVEN_BACK'),
    isNegative: rows.some(({ amountFen }) => amountFen < 0),
  };
}

/** What is wrong with a book in which everything has ended: nothing is negative, and every advance is repaid once. */
export function complaintsAbout(rows: readonly BookRow[]): string[] {
  const { of, advanced, repaid, isNegative } = sums(rows);
  return [
    ...(isNegative ? ['negative'] : []),
    ...(repaid < advanced ? ['a carrier is left paying'] : []),
    ...(repaid > advanced ? ['repaid twice'] : []),
    ...(of('HOUSEHOLD_PAID') > advanced ? ['the household paid twice'] : []),
    ...(of('REFUND') > advanced ? ['more given back than was paid'] : []),
  ];
}

/** What is wrong with the book of one run at any time: no door is repaid or paid beyond its cost, no cash from nowhere. */
export function complaintsAboutRun(rows: readonly BookRow[]): string[] {
  const doors = [...new Set(rows.flatMap(({ delivery }) => delivery ?? []))];
  const { of } = sums(rows);
  const covered = sums(rows.filter(({ run, delivery }) => run !== undefined && delivery !== undefined)).repaid;
  const ofDoors = doors.flatMap((door) => {
    const ofOne = sums(rows.filter(({ delivery }) => delivery === door));
    return [
      ...(ofOne.repaid > ofOne.advanced ? ['repaid twice'] : []),
      ...(ofOne.of('HOUSEHOLD_PAID') > ofOne.advanced ? ['the household paid twice'] : []),
    ];
  });
  return [
    ...(sums(rows).isNegative ? ['negative'] : []),
    ...ofDoors,
    ...(covered + of('FLOAT_BACK') > of('FLOAT_OUT') ? ['more spent and returned than went out'] : []),
  ];
}

/** Everybody who was told to hold it; one, when claims are safe. */
export function winnersAmong(answers: readonly { readonly status: number }[]): number {
  return answers.filter(({ status }) => status === 200).length;
}

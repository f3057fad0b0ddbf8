import type { Home } from './scene';

/** A row of the book, as far as its sum is concerned. Fen. */
export interface BookRow {
  readonly kind: string;
  readonly amountFen: number;
}

/** Which of a household's name, phone, id and door an answer holds. */
export function secretsIn(answer: unknown, { name, phone, household }: Home): string[] {
  const text = JSON.stringify(answer);
  const secrets = { name, phone, household, room: '"room"', building: '"building"' };
  return Object.entries(secrets)
    .filter(([, secret]) => text.includes(secret))
    .map(([what]) => what);
}

/** What is wrong with a book in which everything has ended: nothing is negative, and every advance is repaid once. */
export function complaintsAbout(rows: readonly BookRow[]): string[] {
  const sumOf = (kind: string) =>
    rows.filter((row) => row.kind === kind).reduce((sum, { amountFen }) => sum + amountFen, 0);
  const [advanced, repaid] = [sumOf('ADVANCED'), sumOf('REPAID')];
  return [
    ...(rows.some(({ amountFen }) => amountFen < 0) ? ['negative'] : []),
    ...(repaid < advanced ? ['a carrier is left paying'] : []),
    ...(repaid > advanced ? ['repaid twice'] : []),
    ...(sumOf('HOUSEHOLD_PAID') > advanced ? ['the household paid twice'] : []),
    ...(sumOf('REFUND') > advanced ? ['more given back than was paid'] : []),
  ];
}

/** Everybody who was told to hold it; one, when claims are safe. */
export function winnersAmong(answers: readonly { readonly status: number }[]): number {
  return answers.filter(({ status }) => status === 200).length;
}

type Known = {
  /** A free number as the server last knew it. */
  readonly free: number | undefined;
  /** What this phone knows to be taken since, the numbers of bags put down without a network among them. */
  readonly taken: readonly number[];
};

/** A number for each of so many bags, counted up from a free one past those taken; the person may choose others. */
export function numbersFor(bags: number, { free = 1, taken }: Known): readonly number[] {
  const numbers: number[] = [];
  for (let number = free; numbers.length < bags; number++) if (!taken.includes(number)) numbers.push(number);
  return numbers;
}

/**
 * Does something with each of many, so many of them beside one another. Where one fails, no further one is begun, and what
 * was under way ends before that failure is thrown: nothing goes on behind the back of whoever tries again.
 * @param items asked for one after another, as they are begun
 * @returns what came of each, in the order in which they were given
 * @throws the first failure
 */
export async function inLanes<T, R>(items: Iterable<T>, width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const rest = items[Symbol.iterator]();
  let begun = 0;
  const results: R[] = [];
  const failures: unknown[] = [];
  const lane = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      const place = begun++;
      try {
        results[place] = await work(next.value);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}

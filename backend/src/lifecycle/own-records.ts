import type { Records } from './records';
import type { Tracked } from './tracked';

/** Whose records are asked for. */
interface Owner {
  readonly person: string;
  /** Where they live, and for which they speak. */
  readonly households: readonly string[];
}

/**
 * Somebody's own records: those that name them, then those of their homes; each once, at most so many of either.
 * Who only works here has no home, and nothing is asked about homes then: SecantusDB walks everything to find nothing.
 * @param filter county, kind and what else holds for all of them
 */
export async function ownRecords<D extends Tracked>(
  records: Records<D>,
  filter: { readonly county: string; readonly kind: string } & Readonly<Record<string, unknown>>,
  { person, households }: Owner,
  atMost: number,
): Promise<D[]> {
  const find = (whose: object) => {
    const all = { ...filter, ...whose } as Parameters<Records<D>['find']>[0]; // fields that every tracked record may have
    return records.find(all).limit(atMost).toArray() as Promise<D[]>; // what lies there is what the collection holds
  };
  const [named, lived] = await Promise.all([
    find({ parties: person }),
    households.length === 0 ? [] : find({ household: { $in: [...households] } }),
  ]);
  return [...named, ...lived.filter(({ _id }) => !named.some((one) => one._id === _id))];
}

import type { Endpoint, ResponseOf } from '@grid-relief/shared-types/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type AnyInput, call, type InputOf } from './call';
import { keepAnswer, keptAnswer } from './kept-answers';
import type { Problem } from './problem';
import { keyOf, type Read, type ReadOptions } from './query';
import { samePersonLater, useSession } from './session';

/** What a list is made of. */
export type ItemOf<Page> = Page extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** A list that may go on: what has come so far, and the way to the rest. */
export type ReadPages<Page> = Omit<Read<Page>, 'data'> & {
  /** The first page as the server answered it, for what stands beside the items (counts, unread). */
  readonly data: Page | undefined;
  /** The items of every page fetched so far, in the server's order, none twice. */
  readonly items: readonly ItemOf<Page>[];
  /** Fetches the next page; absent at the end of the list. */
  readonly more: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  /** Why the next page did not come; what is on screen stays. */
  readonly moreProblem: Problem | undefined;
};

/** The list part of an answer; every list of the contract has it (`pageOf`). */
function listOf<Page>(page: Page): { readonly items: readonly ItemOf<Page>[]; readonly next: string | undefined } {
  const { items, next }: Record<string, unknown> = { ...(typeof page === 'object' ? page : {}) };
  return {
    // the endpoint's own schema has read the page; only the name of its items' type is recovered here
    items: Array.isArray(items) ? (items as ItemOf<Page>[]) : [],
    next: typeof next === 'string' ? next : undefined,
  };
}

/** Where a list moved while it was read, the same record may stand on two pages. */
function withoutRepeats<Item>(items: readonly Item[]): readonly Item[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const { id }: Record<string, unknown> = { ...(typeof item === 'object' ? item : {}) };
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

async function fetchPage<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  after: string | undefined,
  options: ReadOptions<ResponseOf<E>>,
) {
  const { query, ...rest }: AnyInput = input;
  const asked = { ...(typeof query === 'object' ? query : {}), ...(after !== undefined && { after }) };
  const isStillHere = samePersonLater();
  // the same input with the mark of the page before, which every list of the contract takes (`pageQuery`)
  const outcome = await call(endpoint, { ...rest, query: asked } as InputOf<E>);
  if (!outcome.ok) throw outcome.problem;
  const { keepHours, beforeKeeping = (value) => value } = options;
  // only the beginning is kept on the device: it is what a list is opened for
  if (keepHours !== undefined && after === undefined && isStillHere())
    keepAnswer(keyOf(endpoint, input), beforeKeeping(outcome.value));
  return outcome.value;
}

/**
 * Reads a list page by page: the last known beginning at once, then fresh data in place; `more` adds the next page.
 * A refresh reads again as many pages as are on screen, so nothing below the fold vanishes. Draw `<MoreOfList of={…}/>`
 * below the last item.
 */
export function useReadPages<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: ReadOptions<ResponseOf<E>> = {},
): ReadPages<ResponseOf<E>> {
  const isSignedIn = useSession(({ signedIn }) => signedIn !== undefined);
  const { keepHours, enabled = true, everySeconds } = options;
  const key = keyOf(endpoint, input);
  const kept = () => keptAnswer(endpoint, key, keepHours);
  const found = useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => fetchPage(endpoint, input, pageParam, options),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => listOf(last).next,
    enabled: enabled && (isSignedIn || endpoint.access === 'public'),
    initialData: () => {
      const first = kept();
      return first && { pages: [first.value], pageParams: [undefined] };
    },
    initialDataUpdatedAt: () => kept()?.at,
    ...(everySeconds !== undefined && { refetchInterval: everySeconds * 1000 }),
  });
  // what `fetchPage` throws is always a Problem
  const problem = (found.error ?? undefined) as Problem | undefined;
  const pages = found.data?.pages ?? [];
  return {
    data: pages[0],
    items: withoutRepeats(pages.flatMap((page) => listOf(page).items)),
    at: found.dataUpdatedAt > 0 ? new Date(found.dataUpdatedAt) : undefined,
    problem: found.isFetchNextPageError ? undefined : problem,
    isLoading: found.data === undefined && problem === undefined,
    refresh: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    isLoadingMore: found.isFetchingNextPage,
    moreProblem: found.isFetchNextPageError ? problem : undefined,
  };
}

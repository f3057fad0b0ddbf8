import type { Endpoint, ResponseOf } from '@grid-relief/shared-types/contract';
import { focusManager, onlineManager, QueryClient, useQuery } from '@tanstack/react-query';
import { isOnline, onAppVisible, onNetworkChange } from '@/platform';
import { type AnyInput, call, type InputOf } from './call';
import { keepAnswer, keptAnswer } from './kept-answers';
import { isLasting, type Problem } from './problem';
import { onWipe, samePersonLater, useSession } from './session';

/** Once more, unless the answer would be the same; more often where the server asked to wait: nobody has to tap for that. */
function mayAskAgain(failures: number, thrown: Error): boolean {
  const problem = thrown as unknown as Problem; // what `fetchAnswer` throws
  return !isLasting(problem) && failures < (problem.type === 'overloaded' ? 4 : 1);
}

/** When: at once for a person's eye, or when the server said, not everybody in the same moment. Milliseconds. */
function pauseBefore(_failures: number, thrown: Error): number {
  const { retryAfter = 1 } = thrown as unknown as Problem; // what `fetchAnswer` throws
  return Math.min(retryAfter, 10) * 1000 * (0.5 + Math.random());
}

/** Server state of the program. It is not the outbox: it only mirrors what the server said. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: mayAskAgain,
      retryDelay: pauseBefore,
      staleTime: 5_000,
      gcTime: 10 * 60_000,
      networkMode: 'always',
      // left to itself it would not: what never waits for a network is not asked again when one comes
      refetchOnReconnect: true,
    },
  },
});
onWipe(() => queryClient.clear());

let isWatching = false;

/** Ties refreshing to the device: coming to the front and coming online refresh what is on screen. Called once. */
export function watchForRefresh(): void {
  if (isWatching) return;
  isWatching = true;
  focusManager.setEventListener((tell) => onAppVisible(tell));
  onlineManager.setEventListener((tell) => onNetworkChange(tell));
  void isOnline().then((now) => onlineManager.setOnline(now));
}

export type Read<T> = {
  /** The last known state, from the device at first and then from the server. */
  readonly data: T | undefined;
  /** When `data` was true. */
  readonly at: Date | undefined;
  readonly problem: Problem | undefined;
  /** Nothing to show yet and no reason known: draw a skeleton. */
  readonly isLoading: boolean;
  readonly refresh: () => void;
};

export type ReadOptions<T> = {
  /** Keeps the answer on the device for this many hours; wiped on sign-out. Absent: memory only. */
  readonly keepHours?: number;
  /** Takes out what may not lie on the device: phones and doors of others, once they are not needed for the work. */
  readonly beforeKeeping?: (value: T) => T;
  readonly enabled?: boolean;
  /** Also asks again after so many seconds while on screen. */
  readonly everySeconds?: number;
};

/** Names an answer in memory and on the device. What is asked for in a body (a door) tells two questions apart as well. */
export const keyOf = (endpoint: Endpoint, { params = {}, query = {}, body }: AnyInput) =>
  [endpoint.name, params, query, ...(body === undefined ? [] : [body])] as const;

async function fetchAnswer<E extends Endpoint>(endpoint: E, input: InputOf<E>, options: ReadOptions<ResponseOf<E>>) {
  const isStillHere = samePersonLater();
  const outcome = await call(endpoint, input);
  if (!outcome.ok) throw outcome.problem;
  const { keepHours, beforeKeeping = (value) => value } = options;
  // a question asked in a body, such as a door, does not lie on the device, not even as a key
  const mayKeep = input.body === undefined && isStillHere();
  if (keepHours !== undefined && mayKeep) keepAnswer(keyOf(endpoint, input), beforeKeeping(outcome.value));
  return outcome.value;
}

/** Reads an endpoint for a screen: last known state at once, then fresh data in place; never throws. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: ReadOptions<ResponseOf<E>> = {},
): Read<ResponseOf<E>> {
  const isSignedIn = useSession(({ signedIn }) => signedIn !== undefined);
  const { keepHours, enabled = true, everySeconds } = options;
  const key = keyOf(endpoint, input);
  const found = useQuery<ResponseOf<E>, Problem>({
    queryKey: key,
    queryFn: () => fetchAnswer(endpoint, input, options),
    enabled: enabled && (isSignedIn || endpoint.access === 'public'),
    initialData: () => keptAnswer(endpoint, key, keepHours)?.value,
    initialDataUpdatedAt: () => keptAnswer(endpoint, key, keepHours)?.at,
    ...(everySeconds !== undefined && { refetchInterval: everySeconds * 1000 }),
  });
  return {
    data: found.data,
    at: found.dataUpdatedAt > 0 ? new Date(found.dataUpdatedAt) : undefined,
    problem: found.error ?? undefined,
    isLoading: found.data === undefined && found.error === null,
    refresh: () => void found.refetch(),
  };
}

const idOf = (part: unknown): unknown =>
  typeof part === 'object' && part !== null && 'id' in part ? part.id : undefined;

/** Refreshes what shows a record, also where it was asked for by another one's id, and the lists it may stand in. */
export function refreshRecord(record: string): void {
  refreshRecords(new Set([record]));
}

/** The same for several at once: what shows more than one of them is read once. */
export function refreshRecords(records: ReadonlySet<unknown>): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [, params], state }) => {
      const asked = idOf(params);
      return asked === undefined || records.has(asked) || records.has(idOf(state.data));
    },
  });
}

/** Refreshes everything on screen. */
export function refreshAll(): void {
  void queryClient.invalidateQueries();
}

/** Refreshes what was read before the live line stood: nobody would have told of a change since. */
export function refreshReadSoFar(): void {
  const now = Date.now();
  void queryClient.invalidateQueries({
    predicate: ({ state }) => state.dataUpdatedAt > 0 && state.dataUpdatedAt < now,
  });
}

/** What is known of an endpoint's answer, without asking. */
export function knownAnswer<E extends Endpoint>(endpoint: E, input: InputOf<E>): ResponseOf<E> | undefined {
  return queryClient.getQueryData<ResponseOf<E>>(keyOf(endpoint, input));
}

/** Puts what an action answered where the screens read it, so that nothing steps back until the next reading. */
export function showAnswer<E extends Endpoint>(endpoint: E, input: InputOf<E>, value: ResponseOf<E>): void {
  queryClient.setQueryData(keyOf(endpoint, input), value);
}

const isOf = (endpoint: Endpoint) => ({
  predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === endpoint.name,
});

/** Changes what is known of an endpoint's answers, whatever they were asked with. Not for lists that are read in pages. */
export function changeAnswers<E extends Endpoint>(endpoint: E, change: (known: ResponseOf<E>) => ResponseOf<E>): void {
  queryClient.setQueriesData<ResponseOf<E>>(isOf(endpoint), (known) => (known === undefined ? known : change(known)));
}

type Items = { readonly items: readonly { readonly id: unknown }[] };
const hasItems = (answer: unknown): answer is Items =>
  typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items);

/** Puts what has become of a record into the lists in which it stands, whole or read in pages; a list takes no new one. */
export function showItem(endpoint: Endpoint, record: { readonly id: unknown }): void {
  const within = (list: unknown) =>
    hasItems(list)
      ? { ...list, items: list.items.map((one) => (one.id === record.id ? { ...one, ...record } : one)) }
      : list;
  queryClient.setQueriesData<unknown>(isOf(endpoint), (known: unknown) => {
    const isPaged = typeof known === 'object' && known !== null && 'pages' in known && Array.isArray(known.pages);
    return isPaged ? { ...known, pages: (known.pages as unknown[]).map(within) } : within(known);
  });
}

/** Which servers a measured process opens. */
export interface ServerPlan {
  readonly what: 'app' | 'middleware' | 'live';
  readonly uri: string;
  readonly dbName: string;
  /** Counts the commands that reach the database; costs a little, so not while time is taken. */
  readonly count?: boolean;
}

export type Asked =
  | { readonly kind: 'start'; readonly plan: ServerPlan }
  | { readonly kind: 'spent' }
  | { readonly kind: 'tell'; readonly what: string; readonly times: number }
  | { readonly kind: 'stop' };

export interface Listening {
  readonly kind: 'listening';
  readonly urls: Readonly<Record<string, string>>;
  /** What the asking side needs to know: tokens, ids. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

/** Processor time in microseconds and memory in bytes; `round` trips and `opened` fields where they are counted. */
export interface Spent {
  readonly kind: 'spent';
  readonly cpuMicros: number;
  readonly rss: number;
  /** Commands sent to the database so far, by name. */
  readonly commands: Readonly<Record<string, number>>;
}

export type Answer = Listening | Spent;

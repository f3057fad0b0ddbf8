/** Says one line to the person who waits; the caller decides where it goes. */
export type Report = (line: string) => void;

/** The engines this product knows how to start by itself. */
export const engineKinds = ['mongod', 'secantus'] as const;
export type EngineKind = (typeof engineKinds)[number];

/** A running database. `stop` resolves when its process is gone; on a database that was given by address it does nothing. */
export interface Engine {
  readonly name: EngineKind | 'given';
  readonly version: string;
  readonly uri: string;
  /** Process id of the engine itself; absent when the database was given by address. */
  readonly pid?: number;
  /** Resolves with a reason when the engine ends without having been asked to. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** What an engine launcher is told. */
export interface LaunchOptions {
  /** Folder that holds the engine's files; made when missing. */
  readonly dataFolder: string;
  readonly port: number;
  /** false only for tests: no fsync on commit, small log files. */
  readonly durable: boolean;
}

/** A database address without credentials, as it may be printed. */
export function withoutCredentials(uri: string): string {
  return uri.replace(/\/\/[^/@]*@/, '//***@');
}

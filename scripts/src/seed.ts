/** How much sample data: one small township, or a whole county. */
export type SeedSize = 'small' | 'county';

/** The seed number of the demo's county: everybody who starts it meets the same people. */
export const sampleSeed = 2022;

export interface SeedOptions {
  readonly uri: string;
  readonly size: SeedSize;
  /** The same number makes the same sample county. */
  readonly seedNumber: number;
}

/** An invented person who may sign in to the demo. */
export interface SampleLogin {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
}

/** Writes the sample county into the database at `uri`. Repeatable: a second run adds nothing. */
export async function seed(_options: SeedOptions): Promise<void> {}

/** The people whom `npm start` prints as sample logins. */
export function sampleLogins(): readonly SampleLogin[] {
  return [];
}

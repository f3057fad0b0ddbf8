/** Counts what was seen: each check is a sentence that held or did not. The last line is `N passed, N failed`. */
export interface Checks {
  check(sentence: string, holds: boolean | Promise<boolean>): Promise<void>;
  /** Runs a chapter; an error inside counts as one failed check and the story goes on with the next chapter. */
  chapter(title: string, run: () => Promise<void>): Promise<boolean>;
  failed(): number;
  finish(): number;
}

/** What was to be seen when a check failed: the names of the pictures taken. */
export type Sights = (failure: number) => Promise<readonly string[]>;

/** @param sights called at every failed check, at the moment it failed */
export function openChecks(print: (line: string) => void, sights: Sights): Checks {
  let passed = 0;
  const failures: string[] = [];
  const fail = async (sentence: string) => {
    failures.push(sentence);
    print(`FAILED ${sentence}`);
    const seen = await sights(failures.length).catch((error: unknown) => [`no pictures: ${String(error)}`]);
    for (const name of seen) print(`       ${name}`);
  };
  return {
    async check(sentence, holds) {
      if (!(await holds)) return fail(sentence);
      passed += 1;
      print(`  ok   ${sentence}`);
    },
    async chapter(title, run) {
      print(`\n${title}`);
      try {
        await run();
        return true;
      } catch (error) {
        const why = error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n       ') : String(error);
        await fail(`${title}: ${why}`);
        return false;
      }
    },
    failed: () => failures.length,
    finish() {
      if (failures.length > 0) print('\nWhat failed:');
      for (const sentence of failures) print(`  ${sentence}`);
      print(`\n${passed} passed, ${failures.length} failed`);
      return failures.length;
    },
  };
}

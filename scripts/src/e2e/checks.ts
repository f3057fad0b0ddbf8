/** Counts what was seen: each check is a sentence that held or did not. The last line is `N passed, N failed`. */
export interface Checks {
  check(sentence: string, holds: boolean | Promise<boolean>): Promise<void>;
  /** Runs a chapter; an error inside counts as one failed check and the story goes on with the next chapter. */
  chapter(title: string, run: () => Promise<void>): Promise<boolean>;
  failed(): number;
  finish(): number;
}

export function openChecks(print: (line: string) => void): Checks {
  let passed = 0;
  let failed = 0;
  const count = (holds: boolean, sentence: string) => {
    if (holds) passed += 1;
    else failed += 1;
    print(`${holds ? '  ok  ' : 'FAILED'} ${sentence}`);
  };
  return {
    async check(sentence, holds) {
      count(await holds, sentence);
    },
    async chapter(title, run) {
      print(`\n${title}`);
      try {
        await run();
        return true;
      } catch (error) {
        count(
          false,
          `${title}: ${error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n       ') : String(error)}`,
        );
        return false;
      }
    },
    failed: () => failed,
    finish() {
      print(`\n${passed} passed, ${failed} failed`);
      return failed;
    },
  };
}

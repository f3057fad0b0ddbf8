/**
 * `npm run e2e [-- --story main --story desks]`: starts the product as a stranger would and acts its stories in Chromium,
 * everybody with a phone of their own; those that are named, or all. The last line counts what was seen.
 */
import { parseArgs } from 'node:util';
import { openBrowser } from './e2e/browser';
import { openChecks } from './e2e/checks';
import { comingHome } from './e2e/coming-home';
import { allDesks } from './e2e/desks';
import { handovers } from './e2e/handovers';
import { forgetPictures, lastSights } from './e2e/screen';
import { sharing } from './e2e/sharing';
import { mainStory } from './e2e/story';
import { startSystem } from './e2e/system';

const stories = {
  main: { title: 'The main job', act: mainStory },
  desks: { title: 'Every desk', act: allDesks },
  sharing: { title: 'Hands that share the work', act: sharing },
  handovers: { title: 'Hands that fail', act: handovers },
  // moves the clock by weeks, so it is the last
  'coming-home': { title: 'Coming home', act: comingHome },
} as const;

/** @throws with one sentence on anything it does not know */
function chosenStories(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: { story: { type: 'string', multiple: true } } });
  const { story: wanted = Object.keys(stories) } = values;
  if (!wanted.every((name) => Object.hasOwn(stories, name)))
    throw new Error(`--story is one of ${Object.keys(stories).join(', ')}.`);
  return Object.entries(stories).flatMap(([name, story]) => (wanted.includes(name) ? [story] : []));
}

async function run(): Promise<number> {
  const chosen = chosenStories(process.argv.slice(2));
  forgetPictures();
  const system = await startSystem();
  const browser = await openBrowser();
  const checks = openChecks(
    (line) => console.log(line),
    (failure) => lastSights(browser, failure),
  );
  try {
    console.log(`usable after ${(system.startedInMs / 1000).toFixed(1)} s at ${system.address}`);
    for (const [nth, { title, act }] of chosen.entries()) {
      // a process sends a phone only so many codes in a quarter of an hour, and some people have a part in every story
      if (nth > 0) await system.killAndRestart();
      await checks.chapter(title, () => act({ browser, system, checks }));
    }
  } finally {
    await browser.close();
    await system.stop();
  }
  return checks.finish();
}

run().then(
  (failed) => {
    process.exitCode = failed > 0 ? 1 : 0;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    console.log('\n0 passed, 1 failed');
    process.exitCode = 1;
  },
);

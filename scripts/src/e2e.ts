/** `npm run e2e`: starts the product as a stranger would and acts its stories in Chromium, everybody with a phone of their own. */
import { openBrowser } from './e2e/browser';
import { openChecks } from './e2e/checks';
import { comingHome } from './e2e/coming-home';
import { forgetPictures, lastSights } from './e2e/screen';
import { mainStory } from './e2e/story';
import { startSystem } from './e2e/system';

async function run(): Promise<number> {
  forgetPictures();
  const system = await startSystem();
  const browser = await openBrowser();
  const checks = openChecks(
    (line) => console.log(line),
    (failure) => lastSights(browser, failure),
  );
  try {
    console.log(`usable after ${(system.startedInMs / 1000).toFixed(1)} s at ${system.address}`);
    await checks.chapter('The main job', () => mainStory({ browser, system, checks }));
    await checks.chapter('Coming home', () => comingHome({ browser, system, checks }));
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

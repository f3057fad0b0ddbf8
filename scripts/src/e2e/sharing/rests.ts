import type { Page } from 'playwright-core';
import { enterAtWork, fits, investigator, type Stage } from '../people';
import { allWords, openScreen, picture, reads, tap } from '../screen';

/** Home to bed: no work comes before a doctor has looked, and only a doctor reads why. */
export async function goesHomeIll({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/packages/volunteer/home/index');
  await tap(page, '下班');
  await tap(page, '身体不舒服，手上的请人接');
  await page.getByLabel(/^哪里不舒服/).fill('发冷，没力气');
  await picture(page, 'sharing-10-off-duty-ill');
  await fits(checks, page, 'going off duty ill');
  await tap(page, '下班去休息');
  await checks.check('rest comes first, and it says so', await reads(page, '先休息，身体要紧'));
  await checks.check('and what happens next', await reads(page, '医生看过以后会告诉您'));
  await checks.check('nobody tells the ill to wait for work', !(await reads(page, /会响一下|挑单子/, 1_000)));
  await picture(page, 'sharing-11-resting');
  await fits(checks, page, 'a volunteer who rests');
}

/** Whoever traces contacts reads where the ill volunteer has been, by doors and without what ails them. */
export async function doorsAreTraced(stage: Stage): Promise<void> {
  const { checks, system } = stage;
  const page = await enterAtWork(stage, investigator, 'investigator');
  await openScreen(page, system.address, '/packages/command/exposed/index');
  await checks.check('the investigator finds who fell ill', await reads(page, /报病/));
  await checks.check('and not what ails them', !(await allWords(page)).includes('没力气'));
  await picture(page, 'sharing-12-exposed');
  await fits(checks, page, 'doors of somebody who fell ill');
  await page.context().close();
}

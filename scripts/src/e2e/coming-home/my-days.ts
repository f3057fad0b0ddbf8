import type { Page } from 'playwright-core';
import { fits, type Stage } from '../people';
import { openScreen, picture, reads, tap } from '../screen';

/** Which day it is, until when, and the first temperature, in two taps. */
export async function herDays({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/packages/returnee/my-days/index');
  await checks.check('she reads which day it is', await reads(page, /第 \d+ 天/));
  await checks.check('and until when', await reads(page, /^到 /));
  await checks.check('and that she stays at home', await reads(page, /居家隔离/));
  await fits(checks, page, 'my days');
  await picture(page, '24-my-days');
  await tap(page, /^报体温|^再报一次/);
  await reads(page, '没有不舒服，就这样报');
  await fits(checks, page, 'the temperature of the day');
  await picture(page, '25-temperature');
  await tap(page, '没有不舒服，就这样报');
  await checks.check('two taps report her temperature', await reads(page, '已发出，收到了'));
}

/** The end, as it is read at home. */
export async function isFree({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/pages/inbox/index');
  await checks.check('a notice says that it is over', await reads(page, /解除/));
  await fits(checks, page, 'what she was told');
  await picture(page, '73-inbox');
}

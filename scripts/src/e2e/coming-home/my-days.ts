import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { fits, type Stage } from '../people';
import { holdsSoon } from '../persistently';
import { openScreen, picture, reads, tap, tapWords } from '../screen';

/** Which day it is, until when, and the first report: a temperature, and the self-test that the day asks for, photographed. */
export async function herDays({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/packages/returnee/my-days/index');
  await checks.check('she reads which day it is', await reads(page, /第 \d+ 天/));
  await checks.check('and until when', await reads(page, /^到 /));
  await checks.check('and that she stays at home', await reads(page, /居家隔离/));
  await checks.check('and that a self-test is asked for today', await reads(page, '今天要做抗原自测，拍一张结果'));
  await fits(checks, page, 'my days');
  await tap(page, '看签了字的告知书');
  const notice = page.getByRole('img', { name: '签了字的告知书', exact: true }).filter({ visible: true });
  await checks.check(
    'and sees the notice that she has signed',
    await holdsSoon(async () => (await notice.count()) === 1),
  );
  await fits(checks, page, 'the notice beside my days');
  await picture(page, '24-my-days');
  await tap(page, /^报体温|^再报一次/);
  await reads(page, '没有不舒服，就这样报');
  await fits(checks, page, 'the temperature of the day');
  await tapWords(page, '一道杠，阴性');
  await photograph(page, /^拍一张结果/);
  await reads(page, '照片拍好了');
  await picture(page, '25-temperature');
  await tap(page, '没有不舒服，就这样报');
  await checks.check('her temperature is reported', await reads(page, '已发出，收到了'));
  await checks.check('and her self-test with its photo', await reads(page, '今天的抗原自测报过了'));
}

/** The end, as it is read at home. */
export async function isFree({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/pages/inbox/index');
  await checks.check('a notice says that it is over', await reads(page, /解除/));
  await fits(checks, page, 'what she was told');
  await picture(page, '73-inbox');
}

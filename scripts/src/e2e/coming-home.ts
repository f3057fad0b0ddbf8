import type { Page } from 'playwright-core';
import { daughter, doctor, enter, enterAtWork, fits, grandmother, gridWorker, type Stage, sampler } from './people';
import { cardOf, cardsOf, openScreen, picture, reads, tap, tapPart, tapTwice, tapWords } from './screen';

/** Invented for this story; nobody has this number. */
const son = { name: '周晓东', phone: '10000000412' };

/** Somebody comes home from another city: reported, expected, arrived, and every step has an owner. */
export async function comingHome(stage: Stage): Promise<void> {
  const { checks } = stage;
  const family = await enter(stage, daughter, 'daughter');
  await checks.chapter('A daughter reports that her brother comes home', () => reports(stage, family));
  const desk = await enterAtWork(stage, gridWorker, 'grid-worker');
  await checks.chapter('The grid worker expects him, with one tap', () => expects(stage, desk));
  await checks.chapter('He is there, and every step begins by itself', () => arrives(stage, family));
  await checks.chapter('Her days of quarantine', () => herDays(stage));
  await checks.chapter('Who sees to quarantine', () => desks(stage, desk));
  await checks.chapter('Grid and doctor look at her home, and it begins', () => herHome(stage, desk));
}

async function reports({ checks, system }: Stage, page: Page): Promise<void> {
  await reads(page, '给父母家办');
  await tapWords(page, '有人要回来');
  await fits(checks, page, 'what a report is for');
  await tap(page, '报一位');
  await page.getByLabel('姓名', { exact: true }).fill(son.name);
  await page.getByLabel('手机号', { exact: true }).fill(son.phone);
  await tapWords(page, '没有');
  await page.getByLabel('省', { exact: true }).fill('上海市');
  await page.getByLabel(/^市/).fill('上海市');
  await page.getByLabel('几天前到那里的', { exact: true }).fill('20');
  await tapWords(page, '今天');
  await tapWords(page, '晚上');
  await picture(page, '20-report');
  await fits(checks, page, 'the report, filled in');
  await tapTwice(page, '报上去');
  await checks.check('it is reported', await reads(page, '报上去了'));
  await tap(page, '看接下来怎么办');
  await checks.check('she sees whom she has reported, and what is next', await reads(page, /网格看一眼|等网格看/));
  await openScreen(page, system.address, '/packages/returnee/list/index');
  await checks.check(
    'she reported him once, though she tapped twice',
    (await reads(page, '周**')) && (await cardsOf(page, '周**').count()) === 1,
  );
  await fits(checks, page, 'who comes back');
  await picture(page, '21-coming-home');
}

async function expects({ checks, system }: Stage, desk: Page): Promise<void> {
  await openScreen(desk, system.address, '/packages/grid/returnees/index');
  const his = cardOf(desk, '.card', '周**');
  await checks.check('he is in the list of the grid, by a masked name', await reads(desk, '周**'));
  await fits(checks, desk, 'who comes to the grid');
  await picture(desk, '22-who-comes');
  await tap(his, '知道了，等他来');
  await tapWords(desk, '全部');
  await checks.check('he is expected', await reads(cardsOf(desk, '周**'), '网格知道了'));
}

async function arrives({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/packages/returnee/list/index');
  await tap(cardOf(page, '.card', '周**'), '一步一步');
  await checks.check('the family reads that the grid knows', await reads(page, '网格知道了', 60_000));
  await fits(checks, page, 'one step after another');
  await tap(page, '到了');
  await checks.check('the steps are there', await reads(page, '落地核酸', 60_000));
  for (const owner of ['采样员', '网格员']) await checks.check(`the ${owner} has a step`, await reads(page, owner));
  await fits(checks, page, 'the chain of somebody who has come');
  await picture(page, '23-chain');
}

async function herDays(stage: Stage): Promise<void> {
  const { checks, system } = stage;
  const home = await enter(stage, grandmother, 'grandmother-in-quarantine');
  await openScreen(home, system.address, '/packages/returnee/my-days/index');
  await checks.check('she reads which day it is', await reads(home, /第 \d+ 天/));
  await checks.check('and until when', await reads(home, /^到 /));
  await fits(checks, home, 'my days');
  await picture(home, '24-my-days');
  await tap(home, /^报体温|^再报一次/);
  await reads(home, '没有不舒服，就这样报');
  await fits(checks, home, 'the temperature of the day');
  await picture(home, '25-temperature');
  await tap(home, '没有不舒服，就这样报');
  await checks.check('two taps report her temperature', await reads(home, '已发出，收到了'));
}

async function desks(stage: Stage, desk: Page): Promise<void> {
  const { checks, system } = stage;
  const address = system.address;
  await openScreen(desk, address, '/packages/grid/quarantine/index');
  await checks.check(
    'the grid sees what is to be done today, and where',
    await reads(cardsOf(desk, /\d{2}-\d-\d{4}/), '看家里条件'),
  );
  await fits(checks, desk, "the grid's day");
  await picture(desk, '26-grid-quarantine');
  const swabs = await enterAtWork(stage, sampler, 'sampler');
  await openScreen(swabs, address, '/packages/grid/quarantine/index');
  await checks.check('the sampler sees whom to swab', await reads(swabs, '今天要采的'));
}

/** Hers is the one door whose home nobody has looked at yet. */
const herDoor = '01-1-0501';

/** Nine questions, each answered, and a signature; an unanswered one cannot be signed over. */
async function looksAtHome({ checks, system }: Stage, page: Page, who: string): Promise<void> {
  await openScreen(page, system.address, '/packages/grid/quarantine/index');
  await tap(cardOf(page, '.card', herDoor), '打开');
  await tap(page, '看家里条件：九条都要是');
  const yes = page.getByRole('radio', { name: '是', exact: true }).filter({ visible: true });
  await yes.first().waitFor();
  await checks.check(`the ${who} is asked nine things`, (await yes.count()) === 9);
  for (let n = 0; n < 9; n++) await tapPart(yes.nth(n));
  await fits(checks, page, `the home as the ${who} saw it`);
  await tap(page, '看完签字');
  await checks.check(`what the ${who} saw is stored`, await reads(page, '已发出，收到了'));
}

async function herHome(stage: Stage, desk: Page): Promise<void> {
  const { checks, system } = stage;
  await looksAtHome(stage, desk, 'grid worker');
  const ward = await enterAtWork(stage, doctor, 'doctor-at-home');
  await looksAtHome(stage, ward, 'doctor');
  await openScreen(desk, system.address, '/packages/grid/home/index');
  await openScreen(desk, system.address, '/packages/grid/quarantine/index');
  await tap(cardOf(desk, '.card', herDoor), '打开');
  await tap(desk, '定下去处');
  await tap(desk, '告知书签了，开始居家');
  await tapWords(desk, '一天看两次');
  await desk.getByLabel('谁照应他（写一句）', { exact: true }).fill('女儿在隔壁单元');
  await picture(desk, '27-begins');
  await tap(desk, '告知书签了，开始居家');
  await checks.check('she is in quarantine at home', await reads(desk, '居家隔离中'));
}

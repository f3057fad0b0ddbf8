import type { Locator, Page } from 'playwright-core';
import { fits, grandmother, type Stage } from '../people';
import {
  allWords,
  cardOf,
  cardsOf,
  leaves,
  openScreen,
  picture,
  reads,
  tap,
  tapPart,
  tapTwice,
  tapWords,
} from '../screen';

/** Invented for this story; nobody has this number. */
export const son = { name: '周晓东', masked: '周**', phone: '10000000412' } as const;
/** She comes with her father and bears her mother's name. */
export const child = { name: '乔小雨', masked: '乔**', year: '2017' } as const;

/** He has no household here: his mother reads six digits to him, and he may speak for her home. */
export async function speaksForMother({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/pages/proxies/index');
  await page.getByLabel('对方的手机号', { exact: true }).fill(grandmother);
  await tapWords(page, '儿女');
  await tap(page, '请对方同意');
  const shown = page
    .getByText(/演示.*\d{6}/)
    .filter({ visible: true })
    .first();
  await shown.waitFor();
  const code = /\d{6}/.exec((await shown.textContent()) ?? '')?.[0] ?? '';
  await page.getByLabel('对方念的 6 位数字', { exact: true }).fill(code);
  await fits(checks, page, 'asking to speak for a home');
  await tap(page, '记下同意');
  await checks.check('his mother lets him speak for her home', await reads(page, '好了，现在可以替他办了'));
}

/** One short form for both of them, two days ahead, from a street with a red rule. */
export async function reports({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/pages/home/index');
  await reads(page, '给父母家办');
  await tapWords(page, '有人要回来');
  await fits(checks, page, 'what a report is for');
  await tap(page, '报一位');
  await tapWords(page, '我自己要回来');
  await page.getByLabel('姓名', { exact: true }).fill(son.name);
  await page.getByLabel('手机号', { exact: true }).fill(son.phone);
  await tap(page, '还有人一起');
  await page.getByLabel('姓名', { exact: true }).nth(1).fill(child.name);
  await page.getByLabel('出生年份', { exact: false }).nth(1).fill(child.year);
  const well = page.getByRole('radio', { name: '没有', exact: true }).filter({ visible: true });
  for (let nth = 0; nth < 2; nth++) await tapPart(well.nth(nth));
  for (const [level, words] of [
    ['省', '上海市'],
    [/^市/, '上海市'],
    [/^区县/, '浦东新区'],
    [/^街道或镇/, '北蔡镇'],
  ] as const)
    await page
      .getByLabel(level, { exact: typeof level === 'string' })
      .first()
      .fill(words);
  await page.getByLabel('几天前到那里的', { exact: true }).fill('20');
  await tapWords(page, '后天');
  await tapWords(page, '中午');
  await picture(page, '20-report');
  await fits(checks, page, 'the report, filled in');
  await tapTwice(page, '报上去');
  await checks.check('it is reported', await reads(page, '报上去了'));
  await picture(page, '20-reported');
  await tap(page, '看接下来怎么办');
  await checks.check('he reads what is next, and who does it', await reads(page, /接下来：.*网格员来办/));
  await checks.check(
    'though he tapped twice, each of them is reported once',
    (await cardsOf(page, son.masked).count()) === 1 && (await cardsOf(page, child.masked).count()) === 1,
  );
  await fits(checks, page, 'who comes back');
  await picture(page, '21-coming-home');
}

/** Both are expected with one tap each; whoever looks up why reads the red rule. */
export async function expects({ checks, system }: Stage, desk: Page): Promise<void> {
  await openScreen(desk, system.address, '/packages/grid/returnees/index');
  await checks.check('they stand in the list of the grid, by masked names', await reads(desk, child.masked));
  await checks.check('and by nothing else', !(await allWords(desk)).includes(son.name));
  await fits(checks, desk, 'who comes to the grid');
  await picture(desk, '22-who-comes');
  for (const { masked } of [son, child]) {
    await tap(cardOf(desk, '.card', masked), '知道了，等他来');
    // nothing is to be done about somebody who is expected: the card says so until the list is read again
    await checks.check(
      `${masked} is told to be expected, or waits no more`,
      await isSaid(cardsOf(desk, masked).first()),
    );
  }
  await tapWords(desk, '全部');
  for (const { masked } of [son, child])
    await checks.check(`the grid expects ${masked}`, await reads(cardsOf(desk, masked), '网格知道了'));
}

const isSaid = async (card: Locator) => (await reads(card, /已发出，收到了|网格知道了/)) || (await leaves(card));

/** Here with one tap each: every step begins by itself and has an owner. */
export async function arrives({ checks, system }: Stage, page: Page): Promise<void> {
  for (const { masked } of [child, son]) {
    await openScreen(page, system.address, '/packages/returnee/list/index');
    await tap(cardOf(page, '.card', masked), '一步一步');
    await checks.check(`${masked}: the family reads that the grid knows`, await reads(page, '网格知道了', 60_000));
    await fits(checks, page, 'one step after another');
    await tap(page, '到了');
    await checks.check(`${masked}: the steps are there`, await reads(page, '落地核酸', 60_000));
  }
  for (const owner of ['采样员', '转运组', '网格员'])
    await checks.check(`the ${owner} has a step`, await reads(page, new RegExp(owner)));
  await checks.check('and why is said in words', await reads(page, /风险区/));
  await fits(checks, page, 'the chain of somebody who has come');
  await picture(page, '23-chain');
}

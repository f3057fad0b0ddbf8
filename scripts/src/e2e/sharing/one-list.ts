import { myRuns } from '@grid-relief/shared-types/deliveries/run.contract';
import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { fits, type Stage, stored, told, volunteerWho } from '../people';
import { holdsSoon } from '../persistently';
import { cardOf, openScreen, picture, reads, tap, tapTwice } from '../screen';
import { asksFor, type Wish } from './asking-for';
import { putsDown } from './carrying';
import { isKeptFrom, requestOf } from './who';

/** Where both are bought. */
export const shop = '天宁惠民超市';
/** What two homes want that can wait; the rice of both is one line of the list. */
const wishes: readonly Wish[] = [
  { tile: '买菜', shop, goods: [{ name: '加一个大米 5公斤' }, { aisle: '蔬菜', name: '加一个大白菜' }] },
  { tile: '买菜', shop, goods: [{ name: '加一个大米 5公斤' }, { aisle: '冷藏', name: '加一个豆腐 500克' }] },
];

/** The numbers of two homes' phones. */
export type TwoHomes = readonly [string, string];

/** Two homes of one grid, each with a phone: the goods of both are bought together. */
export async function twoAskForGoods(stage: Stage, homes: readonly Page[]): Promise<void> {
  for (const [nth, home] of homes.entries()) {
    const wish = wishes[nth];
    if (wish) await asksFor(home, wish, /和邻居一起买/);
    await stage.checks.check(
      `home ${nth + 1} reads that it is bought with the neighbours'`,
      await reads(home, '和邻居一起买'),
    );
  }
  const [first] = homes;
  if (!first) return;
  await picture(first, 'sharing-80-together');
  await fits(stage.checks, first, 'bought together');
}

/** In the demonstration nobody waits for the hour: the grid closes the run, and a volunteer is asked for all of it. */
export async function closesRun(stage: Stage, desk: Page): Promise<string> {
  const { checks, system } = stage;
  await openScreen(desk, system.address, '/packages/grid/runs/index');
  const card = cardOf(desk, '.card', shop);
  await checks.check('the grid has the two in one run', await reads(card, /^2 户/, 60_000));
  await picture(desk, 'sharing-81-runs');
  await fits(checks, desk, 'a run that fills');
  await tapTwice(card, '截单，定下先后');
  const carrier = await volunteerWho(stage, 'was asked for the run', async (person) => {
    const { items } = await told(() => person.call(myRuns));
    return items.some(({ state, shop: of }) => state === 'OFFERED' && of?.name === shop);
  });
  await checks.check('a volunteer is asked for both doors', carrier !== '');
  return carrier;
}

/** One list by aisles for all of them; whose is whose is told by the labels of bags, and by no name. */
export async function picksByAisle(stage: Stage, page: Page, homes: TwoHomes): Promise<void> {
  const { checks } = stage;
  await checks.check('the offer is for a run', await reads(page, /有一趟找您，2 家/, 60_000));
  await picture(page, 'sharing-82-run-offer');
  await fits(checks, page, 'the offer of a run');
  await tapTwice(page, '我来');
  await tap(page, '到店了，开始买');
  const requests = await Promise.all(homes.map((home) => requestOf(stage, home, 'GROCERY')));
  const rice = cardOf(page, '.carry-pick', '大米');
  await checks.check('the rice of both is one line', await reads(rice, '2 袋', 60_000));
  for (const { code } of requests)
    await checks.check(`and says what is for ${code}`, await reads(rice, new RegExp(`${code}×1`)));
  await checks.check('nothing is paid before all is looked at', await reads(page, '还有 4 样没看'));
  await picture(page, 'sharing-83-one-list');
  await fits(checks, page, 'one list for two doors');
  for (const name of ['大米', '大白菜', '豆腐']) await tap(cardOf(page, '.carry-pick', name), '拿到了');
  await photograph(page, /付好了，拍小票/);
  await checks.check('bags are labelled with signs', await reads(page, '袋子上只写号，不写名字。', 60_000));
  await picture(page, 'sharing-84-labels');
  await fits(checks, page, 'labels of bags');
}

/** Everything is with the carrier, who sets out for the first door. */
export const setsOut = (page: Page): Promise<void> => tap(page, '都带上了，去第一家');

/** To the one door that is left, put down and photographed; then the reckoning. */
export async function bringsTheRest(stage: Stage, page: Page, [home, other]: TwoHomes): Promise<void> {
  const { checks } = stage;
  await checks.check('the run has one door left', await reads(page, /还剩 1 家/, 60_000));
  await checks.check('and the other bag is to be taken back', await reads(page, '不送了，带回店里'));
  await picture(page, 'sharing-86-one-left');
  await fits(checks, page, 'a run with one door left');
  await tap(page, /^去下一家：/);
  await checks.check('the address is there', await reads(page, '送到这里', 60_000));
  await checks.check('put down', await putsDown(page));
  await tap(page, '下一家');
  // the product notices by itself that no door is left, and may be first
  await tap(page, /^(都送完了，算账|收工)$/);
  const isOver =
    (await reads(page, /这一趟收工了/)) || (await tap(page, '收工').then(() => reads(page, /这一趟收工了/, 60_000)));
  await checks.check('the run is over', isOver);
  await checks.check('and nothing of it was refused', !(await reads(page, '这一步没办成', 1_000)));
  await picture(page, 'sharing-87-run-over');
  await fits(checks, page, 'a run that is over');
  const { id } = await requestOf(stage, home, 'GROCERY');
  const isThere = async () => (await stored(stage, id, home)).state === 'DROPPED';
  await checks.check('what was asked for is at the door', await holdsSoon(isThere));
  await checks.check('the other home is told nothing of it', await isKeptFrom(stage, other, id));
}

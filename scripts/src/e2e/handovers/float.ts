import { myRuns } from '@grid-relief/shared-types/deliveries/run.contract';
import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { asking, fits, type Stage, stored, told, volunteerWho } from '../people';
import { holdsSoon } from '../persistently';
import { cardOf, openScreen, picture, reads, tap, tapTwice, tapWords } from '../screen';
import { asksFor, type Wish } from '../sharing/asking-for';
import { counts, putsDown } from '../sharing/carrying';
import { shop, type TwoHomes } from '../sharing/one-list';
import { requestOf } from '../sharing/who';

const wishes = (page: Page) => tapWords(page, '志愿者先垫，送到后我还');
/** What two homes want that can wait; whoever buys it pays for now. */
const wanted: readonly Wish[] = [
  { tile: '买菜', shop, goods: [{ name: '加一个大米 5公斤' }], wishes },
  { tile: '买菜', shop, goods: [{ aisle: '蔬菜', name: '加一个大白菜' }], wishes },
];
const owed = '/packages/command/owed/index';

/** Two homes ask, and the grid closes their run; the phone of whoever is asked to carry it. */
export async function asksWithFloat(stage: Stage, homes: readonly Page[], desk: Page): Promise<string> {
  const { checks, system } = stage;
  for (const [nth, home] of homes.entries()) {
    const wish = wanted[nth];
    if (wish) await checks.check(`home ${nth + 1} asks`, await asksFor(home, wish, /和邻居一起买/));
  }
  await openScreen(desk, system.address, '/packages/grid/runs/index');
  const card = cardOf(desk, '.card', shop);
  await checks.check('the grid has both in one run', await reads(card, /^2 户/, 60_000));
  await tapTwice(card, '截单，定下先后');
  return volunteerWho(stage, 'was asked for the run', async (person) => {
    const { items } = await told(() => person.call(myRuns));
    return items.some(({ state, shop: of }) => state === 'OFFERED' && of?.name === shop);
  });
}

/** An amount by the large keys. */
async function presses(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await tap(page, key);
}

/** Cash for the run, given by the cashier and written down by both. */
export async function getsFloat(stage: Stage, carrier: Page, cashier: Page): Promise<void> {
  const { checks, system } = stage;
  await tap(carrier, '我来');
  await reads(carrier, '到店了，开始买', 60_000);
  await openScreen(cashier, system.address, owed);
  await tap(cardOf(cashier, '.card', '发备用金'), '发备用金');
  await presses(cashier, ['1', '00', '00']);
  await picture(cashier, 'handovers-01-float');
  await fits(checks, cashier, 'giving a float');
  await tapTwice(cashier, '就这么多');
  await checks.check('it is out', await reads(cashier, '发了备用金 ¥100.00', 60_000));
  await picture(cashier, 'handovers-02-float-out');
  await fits(checks, cashier, 'a float that is out');
  await checks.check('its carrier reads how much', await reads(carrier, '领的备用金 ¥100.00', 60_000));
  await picture(carrier, 'handovers-03-carrier-float');
}

interface Changing {
  readonly carrier: Page;
  readonly leader: Page;
  /** The number of the carrier's phone. */
  readonly first: string;
}

/** All is paid, and its carrier cannot go on: the leader names somebody, with bags and cash. The phone of that one. */
export async function goesOnWithFloat(stage: Stage, { carrier, leader, first }: Changing): Promise<string> {
  const { checks } = stage;
  await checks.chapter('All is bought, and its carrier cannot go on', async () => {
    await tap(carrier, '到店了，开始买');
    for (const name of ['大米', '大白菜']) await tap(cardOf(carrier, '.carry-pick', name), '拿到了');
    await photograph(carrier, /付好了，拍小票/);
    await tap(carrier, '这一趟我送不了了');
    await tap(carrier, '车坏了');
    await checks.check('the grid knows', await reads(carrier, '网格知道了，会派人来接', 60_000));
  });
  await checks.chapter('The leader names another, with bags and cash', () => namesAnother(stage, leader));
  const before = await asking(stage, first);
  return volunteerWho(stage, 'goes on with the run', async (person) => {
    const { items } = await told(() => person.call(myRuns));
    const isHeld = items.some(({ state, shop: of }) => state === 'SHOPPING' && of?.name === shop);
    return isHeld && person.me.person !== before.me.person;
  });
}

async function namesAnother(stage: Stage, leader: Page): Promise<void> {
  const { checks, system } = stage;
  await openScreen(leader, system.address, '/packages/grid/runs/index');
  await tap(cardOf(leader, '.card', shop), '换一个人接着送');
  await checks.check('the leader reads what cash there is', await reads(leader, '他手里应该有备用金 ¥100.00', 60_000));
  await checks.check('nobody is named before it is counted', !(await reads(leader, /^派给 /, 1_000)));
  await picture(leader, 'handovers-04-name-another');
  await fits(checks, leader, 'who goes on with a run that has cash');
  await photograph(leader, /^拍一张袋子$/);
  await tap(leader, '交给下一位多少现金');
  await presses(leader, ['2', '00', '0']);
  await picture(leader, 'handovers-05-cash-along');
  await fits(checks, leader, 'how much cash goes along');
  await tap(leader, '就这么多');
  await checks.check('said', await reads(leader, /交给下一位现金 ¥20\.00/));
  await tapTwice(leader, /^派给 .+\*/);
}

/** Blind: bags and cash are counted without being told; less came along than was said. */
export async function countsTheFloat(stage: Stage, next: Page): Promise<void> {
  const { checks } = stage;
  await tap(next, '接着走这一趟');
  await tap(next, '接过来的，先数一遍袋子');
  await counts(next, 2);
  await checks.check('cash is counted as well', await reads(next, '先数现金，没有就填 0'));
  await checks.check('and is told to nobody before', !(await reads(next, /20\.00/, 1_000)));
  await tap(next, '数一数现金');
  await presses(next, ['1', '5', '00']);
  await picture(next, 'handovers-06-count-cash');
  await fits(checks, next, 'counting cash');
  await tap(next, '就这么多');
  await picture(next, 'handovers-07-counted');
  await fits(checks, next, 'bags and cash counted');
  await tapTwice(next, '我接手，2 袋');
  await checks.check('counted, and on to the doors', await reads(next, '都带上了，去第一家', 60_000));
  await checks.check(
    'who counted reads that the leader asks',
    await reads(next, /您数的现金 ¥15\.00.*网格长会问/, 60_000),
  );
  await picture(next, 'handovers-08-differs');
  await fits(checks, next, 'cash that was counted otherwise');
}

/** Somebody who counted none of it asks both, and says what went along. */
export async function leaderAsksBoth(stage: Stage, leader: Page, next: Page): Promise<void> {
  const { checks, system } = stage;
  await openScreen(leader, system.address, '/pages/inbox/index');
  await reads(leader, '换人接着送，两人数的现金不一样，请问清楚', 60_000);
  await tapWords(leader, '换人接着送，两人数的现金不一样，请问清楚');
  const card = cardOf(leader, '.card', '接的人数出 ¥15.00');
  await checks.check('both counts stand there', await reads(card, /说交了 ¥20\.00/, 60_000));
  await picture(leader, 'handovers-09-differs');
  await fits(checks, leader, 'cash that two counted differently');
  await tap(card, '问清楚了，定下交接多少');
  await picture(leader, 'handovers-10-agree');
  await fits(checks, leader, 'saying what went along');
  await tapTwice(leader, '就这么多');
  await checks.check('it is settled', await reads(leader, '定下来交接了 ¥15.00', 60_000));
  await checks.check('who goes on reads what is in hand', await reads(next, '手里的备用金 ¥15.00', 60_000));
}

/** After the reckoning was begun by hand. */
async function countsAtLast(next: Page): Promise<boolean> {
  await tap(next, '数一数备用金，收工');
  return reads(next, '备用金交回多少');
}

interface AtTheEnd {
  readonly next: Page;
  readonly cashier: Page;
}

/** To both doors; then the cash goes back as counted, and the cashier reads what became of all of it. */
export async function settlesFloat(stage: Stage, { next, cashier }: AtTheEnd, homes: TwoHomes): Promise<void> {
  const { checks, system } = stage;
  await tap(next, '都带上了，去第一家');
  for (const nth of [1, 2]) {
    await tap(next, /^去下一家：/);
    await checks.check(`door ${nth} is there`, await reads(next, '送到这里', 60_000));
    await checks.check('put down', await putsDown(next));
    await tap(next, '下一家');
  }
  // the product notices by itself that no door is left, and may be first
  await tap(next, /^(都送完了，算账|数一数备用金，收工)$/);
  const isAsked = (await reads(next, '备用金交回多少', 5_000)) || (await countsAtLast(next));
  await checks.check('what should be left is filled in', isAsked && (await reads(next, '¥15.00')));
  await picture(next, 'handovers-11-back');
  await fits(checks, next, 'the float goes back');
  await tapTwice(next, '就这么多');
  await checks.check('the run is over', await reads(next, /这一趟收工了/, 60_000));
  await openScreen(cashier, system.address, owed);
  const card = cardOf(cashier, '.card', '交回 ¥15.00');
  await checks.check('the cashier reads what came back', await reads(card, '发了备用金 ¥100.00', 60_000));
  await checks.check('and what it covered', await reads(card, /抵了垫付/));
  await picture(cashier, 'handovers-12-cashier');
  await fits(checks, cashier, 'a float that is back');
  const areThere = async () => {
    const rows = await Promise.all(homes.map((home) => requestOf(stage, home, 'GROCERY')));
    const views = await Promise.all(rows.map(({ id }, nth) => stored(stage, id, homes[nth] ?? '')));
    return views.every(({ state }) => state === 'DROPPED');
  };
  await checks.check('both homes have their bags', await holdsSoon(areThere));
}

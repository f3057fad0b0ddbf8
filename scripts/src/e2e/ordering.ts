import type { Page } from 'playwright-core';
import { fits, listed, type Stage } from './people';
import { picture, reads, tap, tapTwice, tapWords } from './screen';

/** Rice and eggs: if the eggs are sold out she wants to be asked, and the volunteer pays for now. */
export async function ordersGroceries(stage: Stage, page: Page): Promise<void> {
  const { checks } = stage;
  await checks.check('she acts for her parents, and it says so', await reads(page, '给父母家办'));
  await fits(checks, page, 'home with nothing under way');
  await tapWords(page, '买菜');
  await reads(page, '天宁乡邻超市');
  await fits(checks, page, 'which shop');
  await tapWords(page, '天宁乡邻超市');
  await tap(page, '加一个大米 5公斤');
  await tapWords(page, '冷藏');
  await tap(page, '加一个鸡蛋 30枚');
  await checks.check('the basket says how many and about how much', await reads(page, '2 样，约 ¥56.60'));
  await picture(page, '01-order');
  await fits(checks, page, 'aisles and basket');
  await tap(page, '选好了');
  await tapWords(page, '先问我');
  await tapWords(page, '志愿者先垫，送到后我还');
  await picture(page, '02-sold-out-rule');
  await fits(checks, page, 'if sold out');
  await tap(page, '选好了');
  await reads(page, '送到：父母家');
  await fits(checks, page, 'the order once more');
  await tapTwice(page, '下单');
  await checks.check('the order is sent, and the next step is said', await reads(page, '正等志愿者回话'));
  await checks.check('and until when', await reads(page, /最晚 (明天 )?\d\d:\d\d/));
  await picture(page, '03-status');
  await fits(checks, page, 'the status of an order');
  await checks.check('a double tap made one request, not two', (await listed(stage)).length === 1);
}

/** Blood-pressure tablets for two more days: asked for beside the groceries, and more urgent for it. */
export async function ordersMedicine({ checks }: Stage, page: Page): Promise<void> {
  await tap(page, '返回');
  await tapWords(page, '买药');
  await tapWords(page, '天宁康宁药房');
  await tap(page, /^加一个苯磺酸氨氯地平片/);
  await tap(page, '选好了');
  await tap(page, '减一个家里的药还能吃几天');
  await tapWords(page, '志愿者先垫，送到后我还');
  await picture(page, '04-medicine');
  await fits(checks, page, 'asking for medicine');
  await tap(page, '选好了');
  await tap(page, '下单');
  // after an outage a phone finds its live line again within a minute
  await checks.check('the medicine is asked for, too', await reads(page, '正等志愿者回话', 60_000));
}

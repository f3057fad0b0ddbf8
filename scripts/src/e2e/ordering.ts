import { myDeliveries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { Page } from 'playwright-core';
import { signIn } from '../simulate/client';
import { daughter, noViolations, type Stage } from './people';
import { button, picture, reads, tap, tapWords } from './screen';

/** Rice and eggs: if the eggs are sold out she wants to be asked, and the volunteer pays for now. */
export async function ordersGroceries({ checks, system }: Stage, page: Page): Promise<void> {
  await tapWords(page, '买菜');
  await tapWords(page, '天宁乡邻超市');
  await tap(page, '加一个大米 5公斤');
  await tapWords(page, '冷藏');
  await tap(page, '加一个鸡蛋 30枚');
  await picture(page, '01-order');
  await noViolations(checks, page, 'ordering');
  await tap(page, '选好了');
  await tapWords(page, '先问我');
  await tapWords(page, '志愿者先垫，送到后我还');
  await picture(page, '02-sold-out-rule');
  await tap(page, '选好了');
  await button(page, '下单').dblclick();
  await checks.check('the order is sent, and the next step is said', await reads(page, '正在问志愿者'));
  await picture(page, '03-status');
  await noViolations(checks, page, 'the status of an order');
  const hers = await (await signIn(system.address, daughter)).call(myDeliveries, { query: {} });
  await checks.check('a double tap made one request, not two', hers.ok && hers.value.items.length === 1);
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
  await noViolations(checks, page, 'asking for medicine');
  await tap(page, '选好了');
  await tap(page, '下单');
  // after an outage a phone finds its live line again within a minute
  await checks.check('the medicine is asked for, too', await reads(page, '正在问志愿者', 60_000));
}

import type { Page } from 'playwright-core';
import { reads, tap, tapTwice, tapWords } from '../screen';

/** What a home asks for, in the words of the screen. */
export interface Wish {
  readonly tile: '买菜' | '买药';
  readonly shop: string;
  readonly goods: readonly { readonly aisle?: string; readonly name: string | RegExp }[];
  /** What is asked besides, before the last look. */
  readonly wishes?: (page: Page) => Promise<void>;
}

/**
 * From the first page of a home to an order that is sent, once, whatever the thumb does.
 * @param then what the home reads when somebody looks for a carrier
 */
export async function asksFor(
  page: Page,
  { tile, shop, goods, wishes }: Wish,
  then: string | RegExp = '正等志愿者回话',
): Promise<boolean> {
  await tapWords(page, tile);
  await tapWords(page, shop);
  for (const { aisle, name } of goods) {
    if (aisle !== undefined) await tapWords(page, aisle);
    await tap(page, name);
  }
  await tap(page, '选好了');
  await wishes?.(page);
  await tap(page, '选好了');
  await tapTwice(page, '下单');
  return reads(page, then, 60_000);
}

/** Tablets for one day, which are brought alone and at once (handbook 4.3). */
export async function onlyForOneDay(page: Page): Promise<void> {
  // three stand there
  await tap(page, '减一个家里的药还能吃几天');
  await tap(page, '减一个家里的药还能吃几天');
}

/** Rice and eggs; the volunteer pays for now. */
export const groceries: Wish = {
  tile: '买菜',
  shop: '天宁乡邻超市',
  goods: [{ name: '加一个大米 5公斤' }, { aisle: '冷藏', name: '加一个鸡蛋 30枚' }],
  wishes: (page) => tapWords(page, '志愿者先垫，送到后我还'),
};

/** Blood-pressure tablets for one more day. */
export const tablets: Wish = {
  tile: '买药',
  shop: '天宁康宁药房',
  goods: [{ name: /^加一个苯磺酸氨氯地平片/ }],
  wishes: onlyForOneDay,
};

import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { cardOf, reads, tap } from '../screen';

/** What a request in these hands is about. */
export interface InHand {
  readonly id: string;
  /** Phone of whoever reads its history at home. */
  readonly home: string;
}

/** Takes what was offered and finds everything in the shop; the main story looks at these screens more closely. */
export async function takesAndFinds(page: Page, goods: readonly (string | RegExp)[]): Promise<void> {
  await tap(page, '我来');
  await tap(page, '到店了，开始买');
  await finds(page, goods);
}

/** Everything is on the shelf. */
export async function finds(page: Page, goods: readonly (string | RegExp)[]): Promise<void> {
  for (const name of goods) await tap(cardOf(page, '.carry-pick', name), '拿到了');
}

/** Paid, photographed, and in two bags; nobody has set out yet. */
export async function paysForTwoBags(page: Page): Promise<void> {
  await tap(page, '去付款');
  await tap(page, '加一个袋子');
  await photograph(page, /拍小票/);
  await tap(page, '付好了，记下');
  await reads(page, '买好了，还没出发');
}

/** Counts bags by pressing plus. */
export async function counts(page: Page, bags: number): Promise<void> {
  for (let bag = 0; bag < bags; bag++) await tap(page, '加一个袋子');
}

/** At the door: put down, and photographed. */
export async function putsDown(page: Page): Promise<boolean> {
  await photograph(page, /放下，拍照/);
  return reads(page, '已放门口', 60_000);
}

import type { Page } from 'playwright-core';
import { fits, type Stage } from '../people';
import { cardOf, openAnew, picture, reads, tap, tapWords } from '../screen';

/** Whom nobody has announced stands in the list of everybody; the grid takes note as the first step of the chain. */
export async function takesNote({ checks, system }: Stage, desk: Page, masked: string): Promise<void> {
  await openAnew(desk, system.address, '/packages/grid/returnees/index');
  await tapWords(desk, '全部');
  await tap(cardOf(desk, '.card', masked), '一步一步');
  await checks.check(`${masked}: the grid sees what is to be done`, await reads(desk, '要办的事'));
  await fits(checks, desk, 'a chain at the grid');
  await picture(desk, '24-chain-grid');
  await finishes(desk, '网格接头');
}

/** A link that is done by somebody of the grid: begun, and ended. */
async function finishes(desk: Page, link: string): Promise<void> {
  // what is next is named on another card as well, among other words
  const card = desk
    .locator('.card')
    .filter({ has: desk.getByText(link, { exact: true }), visible: true })
    .first();
  await tap(card, '开始办');
  await tap(card, '办完了');
}

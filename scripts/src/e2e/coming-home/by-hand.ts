import type { Locator, Page } from 'playwright-core';
import { fits, type Stage } from '../people';
import { button, cardOf, leaves, openAnew, picture, reads, tap, tapPart, tapWords } from '../screen';

/** Whom nobody has announced stands in the list of everybody; the grid takes note as the first step of the chain. */
export async function takesNote(stage: Stage, desk: Page, masked: string): Promise<void> {
  const { checks } = stage;
  await opensChain(stage, desk, masked);
  await checks.check(`${masked}: the grid sees what is to be done`, await reads(desk, '要办的事'));
  await fits(checks, desk, 'a chain at the grid');
  await picture(desk, '24-chain-grid');
  const begins = button(linkOn(desk, '网格接头'), '开始办');
  await tapPart(begins);
  await checks.check(`${masked}: it is begun`, await leaves(begins, 60_000));
  await opensChain(stage, desk, masked);
  await tap(linkOn(desk, '网格接头'), '办完了');
  await checks.check(`${masked}: and done`, await leaves(button(linkOn(desk, '网格接头'), '办完了'), 60_000));
}

async function opensChain({ system }: Stage, desk: Page, masked: string): Promise<void> {
  await openAnew(desk, system.address, '/packages/grid/returnees/index');
  await tapWords(desk, '全部');
  await tap(cardOf(desk, '.card', masked), '一步一步');
}

/** What is next is named on another card as well, among other words. */
const linkOn = (desk: Page, link: string): Locator =>
  desk
    .locator('.card')
    .filter({ has: desk.getByText(link, { exact: true }), visible: true })
    .first();

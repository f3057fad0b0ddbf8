import type { Page } from 'playwright-core';
import { enterAtWork, fits, type Stage, stored, storeKeeper } from '../people';
import { holdsSoon } from '../persistently';
import { allWords, cardOf, openScreen, picture, reads, tap, tapPart, tapTwice, tapWords } from '../screen';

/** Bought and on its way, and not wanted any more: it goes back, and the home owes nothing. */
export async function isNotWanted(stage: Stage, family: Page, id: string, home: string): Promise<void> {
  const { checks, system } = stage;
  await openScreen(family, system.address, `/pages/delivery/index?id=${id}`);
  await checks.check('the family reads that it is on the way', await reads(family, '在路上', 60_000));
  await tap(family, '不要了，退回去');
  await checks.check('and what happens when it goes back', await reads(family, /您不用付钱/));
  await picture(family, 'sharing-90-not-wanted');
  await fits(checks, family, 'not wanted any more');
  await tapPart(family.getByRole('radio', { name: '不需要了', exact: true }).filter({ visible: true }).first());
  const isBack = async () => {
    const { state, money } = await stored(stage, id, home);
    return state === 'RETURNED' && (money?.owedFen ?? 0) === 0;
  };
  await checks.check('it goes back, and nothing is owed for it', await holdsSoon(isBack));
  await checks.check('and the family reads that', await reads(family, '退回了', 60_000));
  await picture(family, 'sharing-91-returned');
  await fits(checks, family, 'a request that goes back');
}

/** Whoever keeps the store hears of it, finds the bag in the list, counts it and says what becomes of the goods. */
export async function keeperTakesBack(stage: Stage, id: string, code: string, home: string): Promise<void> {
  const { checks, system } = stage;
  const page = await enterAtWork(stage, storeKeeper, 'store-keeper');
  await picture(page, 'sharing-92-keeper');
  await fits(checks, page, 'the first page of a store keeper');
  await openScreen(page, system.address, '/pages/inbox/index');
  await checks.check('the store keeper is told which bag came back', await reads(page, new RegExp(code), 60_000));
  await picture(page, 'sharing-93-keeper-told');
  await fits(checks, page, 'what a store keeper is told');
  await tapWords(page, /退回/);
  const card = cardOf(page, '.card', code);
  await checks.check('and finds it in the list of what comes back', await reads(card, '住户不要了', 60_000));
  await checks.check('with what lies in it', await reads(card, /大米.*豆腐/));
  const words = await allWords(page);
  await checks.check('and no home', !words.includes(home) && !/号楼|单元/.test(words));
  await picture(page, 'sharing-94-keeper-list');
  await fits(checks, page, 'goods that come back');
  await tap(card, '点过了，说怎么办');
  await picture(page, 'sharing-94-disposition');
  await fits(checks, page, 'what becomes of the goods');
  await tapTwice(page, '放回仓库');
  const isOver = async () => ['SETTLED', 'CLOSED'].includes((await stored(stage, id, storeKeeper)).state);
  await checks.check('back in the store', await holdsSoon(isOver));
  await checks.check('and nothing is left to count in', await reads(page, '没有东西要收', 60_000));
  await tapPart(page.getByRole('checkbox', { name: '已经收了' }).filter({ visible: true }).first());
  await checks.check('what was counted in stands in its own list', await reads(page, '放回仓库了', 60_000));
  await picture(page, 'sharing-94-keeper-counted');
  await fits(checks, page, 'goods that were counted in');
  await page.context().close();
}

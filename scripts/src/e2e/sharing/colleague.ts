import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { fits, type Stage, stored, timesDone } from '../people';
import { holdsSoon } from '../persistently';
import { cardOf, openScreen, picture, reads, tap, tapTwice, tapWords } from '../screen';
import { counts, type InHand, putsDown } from './carrying';

/** The bicycle is broken: the medicine goes on with a colleague, and the card of the household with it. */
export async function bicycleBreaks(stage: Stage, carrier: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  await tap(carrier, '都做好了，出发');
  await reads(carrier, '送到这里');
  await tap(carrier, '遇到麻烦');
  await tapWords(carrier, '我送不了了');
  await photograph(carrier, /^车坏了$/);
  await checks.check('bags, card and reason are given', await reads(carrier, '已发出，收到了', 60_000));
  await checks.check('once', await holdsSoon(async () => (await timesDone(stage, id, 'askHandover', home)) === 1));
}

/** One bag is counted where two were given: it goes on, since somebody waits for it, and the grid looks into it. */
export async function takesWithOtherCount(
  stage: Stage,
  second: Page,
  secondPhone: string,
  { id, home }: InHand,
): Promise<void> {
  const { checks } = stage;
  await reads(second, '有人送不了了', 60_000);
  await tap(cardOf(second, '.card', '有人送不了了'), '去接手');
  await counts(second, 1);
  await tapTwice(second, '我接手，1 袋');
  await checks.check('a colleague has it', await reads(second, '送到这里', 60_000));
  await checks.check('and the card with it', await reads(second, '医保卡在您手里', 60_000));
  await picture(second, 'sharing-50-card-passed');
  await fits(checks, second, 'taken over with a card');
  const { custody } = await stored(stage, id, secondPhone);
  await checks.check('stored as hers to give back', custody?.heldBy.self === true);
  const { carrier } = await stored(stage, id, home);
  const owner = await stored(stage, id, home);
  await checks.check('the family is told who has it now', owner.custody?.heldBy.label === carrier?.label);
}

/** The grid reads that two people counted differently, with the photo of whoever gave. */
export async function gridReadsCounts(stage: Stage, desk: Page, { id }: InHand): Promise<void> {
  const { checks, system } = stage;
  await openScreen(desk, system.address, `/packages/grid/delivery/index?id=${id}`);
  await checks.check('the grid reads that the counts differ', await reads(desk, '两人数的袋数不一样', 60_000));
  await checks.check('and may look at the photo', await reads(desk, /看.*交接时的照片/));
  await tap(desk, /看.*交接时的照片/);
  await desk.locator('.proof-photo:visible').first().waitFor();
  await picture(desk, 'sharing-51-desk');
  await fits(checks, desk, 'a request that changed hands, at the desk');
}

/** Put down with the card; the household ticks that it has both. */
export async function cardComesBack(stage: Stage, second: Page, family: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  await checks.check('put down at the door', await putsDown(second));
  await checks.check('and the carrier is asked for the card', await reads(second, /请归还，和药一起放下/));
  await reads(family, '放在门口了', 60_000);
  await tapTwice(family, '还回来了');
  await checks.check('the card is back', await reads(family, '医保卡还回来了', 60_000));
  await picture(family, 'sharing-52-card-back');
  await fits(checks, family, 'a card that is back');
  await tap(family, '收到了');
  const isBack = async () => {
    const { custody, state } = await stored(stage, id, home);
    return custody?.returnedAt !== undefined && state === 'CONFIRMED';
  };
  await checks.check('and both are stored', await holdsSoon(isBack));
}

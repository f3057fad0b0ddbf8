import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { enterAtWork, fits, moveOn, type Stage, stored, storeKeeper } from '../people';
import { holdsSoon } from '../persistently';
import { cardOf, openScreen, picture, reads, tap, tapTwice, tapWords } from '../screen';
import { asksFor, tablets } from '../sharing/asking-for';
import { paysForTwoBags, takesAndFinds } from '../sharing/carrying';
import { requestOf } from '../sharing/who';
import type { Bags } from './nobody-takes';

/** So long somebody inside has to come for bags at their point (handbook 2.1b). Minutes. */
const takeWithin = 20;

/** Bought outside, and left on the shelf of the sealed zone. */
export async function leavesAtEdge(stage: Stage, runner: Page): Promise<void> {
  await takesAndFinds(runner, [/氨氯地平/]);
  await paysForTwoBags(runner);
  await tap(runner, '都做好了，出发');
  await reads(runner, '东门货架', 60_000);
  await photograph(runner, /我放下了，拍照/);
  await stage.checks.check('left at the point', await reads(runner, '您可以走了', 60_000));
}

interface AtEdge {
  readonly runner: Page;
  readonly inside: Page;
  readonly family: Page;
}

/** Twenty minutes: who left them reads that it is the grid's now, and nobody has taken them. */
export async function nobodyInside(stage: Stage, { runner, inside, family }: AtEdge, { code }: Bags): Promise<void> {
  const { checks, system } = stage;
  await checks.check('the carrier inside finds them waiting', await reads(inside, `去取 ${code}`, 60_000));
  await checks.check('the family reads where its bags are', await reads(family, '到交接点了', 60_000));
  await moveOn(stage, addMinutes(system.now(), takeWithin + 1));
  await checks.check('the runner reads that nobody came', await reads(runner, '20 分钟还没人取', 60_000));
  await picture(runner, 'handovers-30-runner');
  await fits(checks, runner, 'bags at a point that nobody took');
  await picture(family, 'handovers-31-family');
  await fits(checks, family, 'bags at a point that nobody took, as the family sees them');
}

/** The leader comes from the message to the handover and sends the bags back; everybody reads it in their words. */
export async function goesBack(
  stage: Stage,
  { leader, runner, inside, family }: AtEdge & { readonly leader: Page },
  { id, home, code }: Bags,
): Promise<void> {
  const { checks, system } = stage;
  await openScreen(leader, system.address, '/pages/inbox/index');
  await reads(leader, '换人送的一单没人接，请去接', 60_000);
  await picture(leader, 'handovers-32-leader-told');
  await tapWords(leader, '换人送的一单没人接，请去接');
  await checks.check('the way to the handover is there', await reads(leader, '看交接', 60_000));
  await picture(leader, 'handovers-33-desk');
  await fits(checks, leader, 'a request whose bags stand at a point');
  await tap(leader, '看交接');
  const card = cardOf(leader, '.card', code);
  await checks.check('the list says that nobody came', await reads(card, '没人来取', 60_000));
  await picture(leader, 'handovers-34-legs');
  await fits(checks, leader, 'handovers, one of them late');
  await tap(card, '退回去');
  await reads(leader, '为什么退回');
  await picture(leader, 'handovers-35-why');
  await fits(checks, leader, 'why bags go back');
  await tapTwice(leader, '里面没有人能接');
  const isBack = async () => (await stored(stage, id, home)).state === 'RETURNED';
  await checks.check('sent back', await holdsSoon(isBack));
  await checks.check('the runner reads it', await reads(runner, '袋子退回了', 60_000));
  await picture(runner, 'handovers-36-runner-back');
  await fits(checks, runner, 'bags that were sent back, as the runner sees them');
  await checks.check('and inside nobody goes for them', !(await reads(inside, `去取 ${code}`, 1_000)));
  await checks.check('the family reads why', await reads(family, '封控区的交接点没接成', 60_000));
  await checks.check('and that it owes nothing', await reads(family, /不用付钱/));
  await picture(family, 'handovers-37-family-back');
  await fits(checks, family, 'bags that were sent back, as the family sees them');
}

/** Nothing came: it is asked for again, and no old request stands in the way. */
export async function asksAnew(stage: Stage, family: Page, { id, home }: Bags): Promise<void> {
  const { checks, system } = stage;
  await openScreen(family, system.address, '/pages/home/index');
  await checks.check('the same is asked for anew', await asksFor(family, tablets));
  await picture(family, 'handovers-38-anew');
  const again = await requestOf(stage, home, 'MEDICINE');
  await checks.check('as a request of its own', again.id !== id);
}

/** The keeper finds them in the list, with why they come, and counts them in. */
export async function keeperCountsIn(stage: Stage, { id, home, code }: Bags): Promise<void> {
  const { checks } = stage;
  const page = await enterAtWork(stage, storeKeeper, 'store-keeper');
  await tap(page, /退回来的东西/);
  const card = cardOf(page, '.card', code);
  await checks.check('the store reads why they come', await reads(card, '封控区交接点退回', 60_000));
  await checks.check('and that they still stand there', await reads(card, /还在交接点/));
  await picture(page, 'handovers-39-keeper');
  await fits(checks, page, 'goods from the edge of a sealed zone');
  await tap(card, '点过了，说怎么办');
  await tapTwice(page, '送给需要的人');
  const isOver = async () => ['SETTLED', 'CLOSED'].includes((await stored(stage, id, home)).state);
  await checks.check('counted in', await holdsSoon(isOver));
  await page.context().close();
}

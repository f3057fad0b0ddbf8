import type { Page } from 'playwright-core';
import { fits, insider, type Stage } from '../people';
import { holdsSoon } from '../persistently';
import { cardOf, openScreen, picture, reads, tap, tapTwice } from '../screen';
import { counts, type InHand } from './carrying';
import { legOf, type Runner } from './to-the-edge';

/** One bag is counted where two were left: said after a second look, and signed by the runner too. */
export async function countsAnother(stage: Stage, inside: Page, { page }: Runner, { id }: InHand): Promise<void> {
  const { checks } = stage;
  const { code } = await legOf(stage, insider, id);
  await tap(inside, `去取 ${code}`);
  await counts(inside, 1);
  await tap(inside, '1 袋，拿进去');
  await checks.check('another count is asked for once more', await reads(inside, '和放下的人数的不一样'));
  await picture(inside, 'sharing-30-other-count');
  await fits(checks, inside, 'another count');
  await tap(inside, '就是 1 袋，报上去');
  await checks.check('reported, and left where they are', await reads(inside, '报上去了，先别拿走', 60_000));
  await picture(inside, 'sharing-31-reported');
  await fits(checks, inside, 'a count that was reported');
  await checks.check('the runner reads both counts', await reads(page, '您放下 2 袋，里面的人数出 1 袋', 60_000));
  await picture(page, 'sharing-32-to-sign');
  await fits(checks, page, 'a count to sign for');
}

/** Both sign, then the grid leader decides from the list; not before. */
export async function leaderDecides(stage: Stage, leader: Page, { page }: Runner, { id }: InHand): Promise<void> {
  const { checks, system } = stage;
  const { code } = await legOf(stage, insider, id);
  await openScreen(leader, system.address, '/packages/grid/legs/index');
  const card = cardOf(leader, '.card', code);
  await checks.check('the grid leader sees that the counts differ', await reads(card, '袋数对不上', 60_000));
  await checks.check('and that the runner has not signed', await reads(card, '送的人还没签字'));
  await picture(leader, 'sharing-33-leader-waits');
  await fits(checks, leader, 'counts that differ, at the grid');
  await tapTwice(page, '知道了，签字');
  await checks.check('the runner has signed', await reads(page, /您签过了/, 60_000));
  await checks.check('now both have', await reads(card, '两边都签了', 60_000));
  await tap(card, '照数出来的，拿进去');
  await reads(leader, '为什么可以拿进去');
  await picture(leader, 'sharing-34-why');
  await fits(checks, leader, 'why bags may go in');
  await tap(leader, '住户同意先收');
  const isDecided = async () => (await legOf(stage, insider, id)).state === 'TAKEN_INSIDE';
  await checks.check('decided, and stored', await holdsSoon(isDecided));
}

/** What was decided reaches whoever counted: the bags go in and up. */
export async function goesIn({ checks }: Stage, inside: Page): Promise<void> {
  await checks.check('whoever counted reads that they may go in', await reads(inside, '拿进来了', 60_000));
  await picture(inside, 'sharing-35-let-in');
  await tap(inside, '看门牌，送上去');
}

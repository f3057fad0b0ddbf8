import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { fits, moveOn, type Stage, stored, timesDone } from '../people';
import { holdsSoon } from '../persistently';
import { allWords, openScreen, picture, reads, tap, tapTwice, tapWords } from '../screen';
import { counts, type InHand, paysForTwoBags, putsDown, takesAndFinds } from '../sharing/carrying';

/** A request in somebody's hands, with the sign on its bags. */
export interface Bags extends InHand {
  readonly code: string;
}

/** So long whoever is near has to take bags over; then the grid leader fetches them (handbook 2.1). Minutes. */
const takeWithin = 20;

/** Bought and on the way; the carrier cannot go on and says so, with count and photo. */
export async function breaksDown(stage: Stage, carrier: Page, family: Page, { id, home }: Bags): Promise<void> {
  const { checks } = stage;
  await takesAndFinds(carrier, ['大米', '鸡蛋']);
  await paysForTwoBags(carrier);
  await tap(carrier, '都做好了，出发');
  await reads(carrier, '送到这里');
  await tap(carrier, '遇到麻烦');
  await tapWords(carrier, '我送不了了');
  await photograph(carrier, /^车坏了$/);
  await checks.check('the bags wait for somebody', await reads(carrier, '等人接手', 60_000));
  await picture(carrier, 'handovers-20-waits');
  await fits(checks, carrier, 'bags that wait for somebody');
  await checks.check('once', await holdsSoon(async () => (await timesDone(stage, id, 'askHandover', home)) === 1));
  await checks.check('the family reads that somebody else brings it', await reads(family, '正在换人送', 60_000));
}

/** The grid knows that somebody else is looked for, and not yet that nobody came. */
export async function hearsNothingYet(stage: Stage, leader: Page, { code }: Bags): Promise<void> {
  const { checks, system } = stage;
  await openScreen(leader, system.address, '/pages/inbox/index');
  await checks.check('the leader is told that bags change hands', await reads(leader, '有一单要换人接着送', 60_000));
  const words = await allWords(leader);
  await checks.check('and not that nobody came', words.includes(code) && !words.includes('换人送的一单没人接'));
}

interface Waiting {
  readonly leader: Page;
  readonly carrier: Page;
  readonly family: Page;
}

/** Time passes; the leader is told once, and the two who wait read what happens now. */
export async function nobodyCame(
  stage: Stage,
  { leader, carrier, family }: Waiting,
  { id, home }: Bags,
): Promise<void> {
  const { checks, system } = stage;
  await moveOn(stage, addMinutes(system.now(), takeWithin + 1));
  await checks.check('the leader is told to fetch them', await reads(leader, '换人送的一单没人接，请去接', 60_000));
  await picture(leader, 'handovers-21-leader-told');
  await fits(checks, leader, 'the leader is told that nobody came');
  const told = async () => (await timesDone(stage, id, 'handoverOverdue', home)) === 1;
  await checks.check('once', await holdsSoon(told));
  await checks.check('who has them reads that the grid comes', await reads(carrier, /网格长去接了/, 60_000));
  await picture(carrier, 'handovers-22-carrier-waits');
  await fits(checks, carrier, 'bags that nobody took');
  await checks.check(
    'the family reads that it is still seen to',
    await reads(family, '还没人接手，网格长去接，接到就给您送来', 60_000),
  );
  await picture(family, 'handovers-23-family');
  await fits(checks, family, 'bags that nobody took, as the family sees them');
}

/** From the message to the bags: counted anew, like by every other who takes over. */
export async function leaderFetches(stage: Stage, leader: Page, carrier: Page, { id, home }: Bags): Promise<void> {
  const { checks } = stage;
  await tapWords(leader, '换人送的一单没人接，请去接');
  await checks.check('the desk says that it is the leader’s turn', await reads(leader, '我去接，数袋子', 60_000));
  await picture(leader, 'handovers-24-desk');
  await fits(checks, leader, 'a request that nobody took over, at the desk');
  await tap(leader, '我去接，数袋子');
  await reads(leader, '两个人各数一遍');
  await counts(leader, 2);
  await picture(leader, 'handovers-25-leader-counts');
  await fits(checks, leader, 'a leader who counts bags');
  await tapTwice(leader, '我接手，2 袋');
  await checks.check('taken, and the door is there', await reads(leader, '送到这里', 60_000));
  const taken = async () => (await timesDone(stage, id, 'takeOver', home)) === 1;
  await checks.check('by two taps, once', await holdsSoon(taken));
  await picture(leader, 'handovers-26-leader-door');
  await fits(checks, leader, 'a leader at the door');
  await checks.check('whoever gave them is free', await reads(carrier, '有人接过去了', 60_000));
}

/** To the door; the family has it, and what was advanced is owed to whoever paid. */
export async function leaderBrings(stage: Stage, leader: Page, family: Page, { id, home }: Bags): Promise<void> {
  const { checks } = stage;
  await checks.check('put down at the door', await putsDown(leader));
  await picture(leader, 'handovers-27-leader-put-down');
  await fits(checks, leader, 'a leader has put it down');
  await tap(leader, '下一家');
  await checks.check('the leader is back at the desk', await reads(leader, '网格单子', 60_000));
  await picture(leader, 'handovers-28-leader-back');
  await checks.check('the family reads it', await reads(family, '放在门口了', 60_000));
  await tapTwice(family, '收到了');
  await checks.check('and has it', await reads(family, '我付过了'));
  const { money } = await stored(stage, id, home);
  await checks.check('what was paid is owed as before', (money?.owedFen ?? 0) > 0);
}

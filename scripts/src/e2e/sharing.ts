import type { Page } from 'playwright-core';
import {
  cashier,
  controlledHome,
  enter,
  enterAtWork,
  gridLeader,
  gridWorker,
  insider,
  moveTo,
  neighbour,
  putAway,
  type Stage,
  sealedHome,
  shiftLeader,
  whoWasAskedFor,
} from './people';
import { openScreen } from './screen';
import { asksFor, groceries, tablets } from './sharing/asking-for';
import { asksForMedicine, familyReadsLooks, registersAtCounter, takesCard } from './sharing/at-the-counter';
import { type InHand, putsDown } from './sharing/carrying';
import { bicycleBreaks, cardComesBack, gridReadsCounts, takesWithOtherCount } from './sharing/colleague';
import { countsAnother, goesIn, leaderDecides } from './sharing/counts-differ';
import { cannotGoOn } from './sharing/falls-ill';
import { asksForMeal, bringsMeal, mealIsHere } from './sharing/meal';
import { bringsTheRest, closesRun, picksByAisle, setsOut, shop, twoAskForGoods } from './sharing/one-list';
import { doorsAreTraced, goesHomeIll } from './sharing/rests';
import { isNotWanted, keeperTakesBack } from './sharing/sent-back';
import { bringsToDoor, moneyGoesBack, takesOver } from './sharing/takes-over';
import { isReceived, leavesAtPoint, type Runner, runnerIsDone, takesInside } from './sharing/to-the-edge';
import { asksWhereFetched, choosesTime, fetchesBag, putsOnNumber, takesForPlace } from './sharing/turns';
import { colleagueOf, homeInNeed, homeThatCanWait, isKeptFrom, requestOf } from './sharing/who';
import { asksGridForSomebody, leaderNamesAnother, takesWholeRun } from './sharing/whole-run';

/** What is acted, one after the other; each with phones of its own. */
const acts = [
  ['A carrier falls ill', illCarrier],
  ['A colleague goes on', broughtByColleague],
  ['Over the edge of a sealed zone', overTheEdge],
  ['In turn at a pick-up place', inTurn],
  ['A shift is fed', shiftIsFed],
  ['One list for two homes', onOneList],
] as const satisfies readonly (readonly [string, (stage: Stage) => Promise<void>])[];

/**
 * Goods that pass through several hands: a carrier falls ill, a colleague goes on, a sealed zone is reached by its edge
 * and a controlled one by its place, a shift is fed, and one list is bought for two homes.
 */
export async function sharing(stage: Stage): Promise<void> {
  await putAway(stage);
  // a morning: the place is open, and a run can still be closed
  await moveTo(stage, 1, 9);
  for (const [title, act] of acts) {
    await stage.checks.chapter(title, () => act(stage));
    await putAway(stage);
  }
}

const delivery = (id: string) => `/pages/delivery/index?id=${id}`;

async function illCarrier(stage: Stage): Promise<void> {
  const { checks } = stage;
  const home = homeInNeed();
  const family = await enter(stage, home, 'family');
  await checks.chapter('Somebody who needs it soon asks for groceries', async () => {
    await checks.check('the groceries are asked for', await asksFor(family, groceries));
  });
  const { id } = await requestOf(stage, home, 'GROCERY');
  const hand = { id, home };
  const firstPhone = await whoWasAskedFor(stage, id);
  const first = await enterAtWork(stage, firstPhone, 'carrier');
  await checks.chapter('The carrier falls ill with the bags in his hands, without a network', () =>
    cannotGoOn(stage, first, family, hand),
  );
  const secondPhone = await colleagueOf(stage, firstPhone);
  const second = await enterAtWork(stage, secondPhone, 'second-carrier');
  await checks.chapter('A colleague counts and takes over', () =>
    takesOver(stage, { first, second, secondPhone }, hand, 2),
  );
  await checks.chapter('Whoever fell ill rests', () => goesHomeIll(stage, first));
  await checks.chapter('The bags arrive', () => bringsToDoor(stage, second, family, hand));
  const pays = await enterAtWork(stage, cashier, 'cashier');
  await checks.chapter('Everybody has their money', () =>
    moneyGoesBack(stage, { first, firstPhone, second, secondPhone, family, cashier: pays }, hand),
  );
  await checks.chapter('Doors are traced', () => doorsAreTraced(stage));
  await checks.check('a neighbour is not told of it', await isKeptFrom(stage, neighbour, id));
}

async function broughtByColleague(stage: Stage): Promise<void> {
  const { checks, system } = stage;
  const home = await enter(stage, neighbour, 'neighbour');
  await checks.chapter('Medicine with a register, and a card that goes along', () => asksForMedicine(stage, home));
  const { id } = await requestOf(stage, neighbour, 'MEDICINE');
  const hand = { id, home: neighbour };
  const firstPhone = await whoWasAskedFor(stage, id);
  const first = await enterAtWork(stage, firstPhone, 'carrier');
  await checks.chapter('The card is fetched', () => takesCard(stage, first, home));
  await checks.chapter('At the counter of the pharmacy', () => registersAtCounter(stage, first, hand));
  await checks.chapter('The family sees who looked', () => familyReadsLooks(stage, home));
  await checks.chapter('The bicycle breaks', () => bicycleBreaks(stage, first, hand));
  const secondPhone = await colleagueOf(stage, firstPhone);
  const second = await enterAtWork(stage, secondPhone, 'second-carrier');
  await checks.chapter('A colleague counts otherwise, and goes on with the card', () =>
    takesWithOtherCount(stage, second, secondPhone, hand),
  );
  const desk = await enterAtWork(stage, gridWorker, 'grid-worker');
  await checks.chapter('The grid looks into it', () => gridReadsCounts(stage, desk, hand));
  await openScreen(home, system.address, delivery(id));
  await checks.chapter('Medicine and card come home', () => cardComesBack(stage, second, home, hand));
}

async function overTheEdge(stage: Stage): Promise<void> {
  const { checks, system } = stage;
  const family = await enter(stage, sealedHome, 'sealed-home');
  const inside = await enterAtWork(stage, insider, 'insider');
  await checks.chapter('Goods for a sealed zone: out, on the shelf, in', async () => {
    await checks.check('the groceries are asked for', await asksFor(family, groceries));
    const { hand, runner } = await findsRunner(stage, 'GROCERY');
    await leavesAtPoint(stage, runner, hand, ['大米', '鸡蛋']);
    await takesInside(stage, inside, family, hand);
    await runnerIsDone(stage, runner);
    await isReceived(stage, family);
  });
  await openScreen(family, system.address, '/pages/home/index');
  await openScreen(inside, system.address, '/packages/volunteer/home/index');
  await checks.chapter('A count that differs is settled by both, and by the grid', async () => {
    await checks.check('tablets are asked for', await asksFor(family, tablets));
    const { hand, runner } = await findsRunner(stage, 'MEDICINE');
    await leavesAtPoint(stage, runner, hand, [/氨氯地平/]);
    await countsAnother(stage, inside, runner, hand);
    const leader = await enterAtWork(stage, gridLeader, 'grid-leader');
    await leaderDecides(stage, leader, runner, hand);
    await goesIn(stage, inside);
    await checks.check('put down at the door', await putsDown(inside));
    await isReceived(stage, family);
  });
}

/** Whoever was asked to bring this to the edge, with a phone; whom it does not concern is told nothing of it. */
async function findsRunner(stage: Stage, kind: string): Promise<{ hand: InHand; runner: Runner }> {
  const { id } = await requestOf(stage, sealedHome, kind);
  const phone = await whoWasAskedFor(stage, id);
  const page = await enterAtWork(stage, phone, 'runner');
  await stage.checks.check('a neighbour of another zone is not told of it', await isKeptFrom(stage, neighbour, id));
  return { hand: { id, home: sealedHome }, runner: { page, phone } };
}

async function inTurn(stage: Stage): Promise<void> {
  const { checks } = stage;
  const home = await enter(stage, controlledHome, 'controlled-home');
  await checks.chapter('Where nobody comes to the door', () => asksWhereFetched(stage, home));
  const { id } = await requestOf(stage, controlledHome, 'MEDICINE');
  const hand = { id, home: controlledHome };
  const phone = await whoWasAskedFor(stage, id);
  const carrier = await enterAtWork(stage, phone, 'carrier');
  await checks.chapter('Somebody buys it', () => takesForPlace(carrier));
  await checks.chapter('The home chooses its three minutes', () => choosesTime(stage, home, hand));
  await checks.chapter('A bag on its number', () => putsOnNumber(stage, carrier, phone, hand));
  const helper = await enterAtWork(stage, await colleagueOf(stage, phone), 'helper');
  await checks.chapter('Fetched by its label', () => fetchesBag(stage, home, helper, hand));
}

async function shiftIsFed(stage: Stage): Promise<void> {
  const { checks } = stage;
  const post = await enter(stage, shiftLeader, 'shift-leader');
  let hand: InHand | undefined;
  await checks.chapter('A shift asks for its meal', async () => {
    hand = await asksForMeal(stage, post);
  });
  if (!hand) return;
  const meal = hand;
  const carrier = await enterAtWork(stage, await whoWasAskedFor(stage, meal.id), 'carrier');
  await checks.chapter('It is brought to the post', () => bringsMeal(stage, carrier, meal));
  await checks.chapter('And eaten', () => mealIsHere(stage, post, meal));
}

async function onOneList(stage: Stage): Promise<void> {
  const { checks } = stage;
  const homes = [neighbour, homeThatCanWait()] as const;
  const [home, other] = [await enter(stage, homes[0], 'neighbour'), await enter(stage, homes[1], 'other-home')];
  await checks.chapter('Two homes ask for what can wait', () => twoAskForGoods(stage, [home, other]));
  const desk = await enterAtWork(stage, gridWorker, 'grid-worker');
  let asked: string | undefined;
  await checks.chapter('The grid closes the run', async () => {
    asked = await closesRun(stage, desk);
  });
  if (asked === undefined) return;
  const first = asked;
  const carrier = await enterAtWork(stage, first, 'carrier');
  await checks.chapter('One list by aisles', () => picksByAisle(stage, carrier, homes));
  await checks.chapter('All of it is paid, and its carrier cannot go on', () => asksGridForSomebody(stage, carrier));
  const leader = await enterAtWork(stage, gridLeader, 'grid-leader');
  let second: Page | undefined;
  await checks.chapter('The grid leader names somebody else', async () => {
    second = await enterAtWork(stage, await leaderNamesAnother(stage, leader, shop, first), 'second-carrier');
  });
  if (second === undefined) return;
  const next = second;
  await checks.chapter('Who counts and goes on', () => takesWholeRun(stage, carrier, next, homes));
  await setsOut(next);
  const { id, code } = await requestOf(stage, homes[1], 'GROCERY');
  await checks.chapter('One home does not want it any more', () => isNotWanted(stage, other, id, homes[1]));
  await checks.chapter('The other has it', () => bringsTheRest(stage, next, homes));
  await checks.chapter('The goods come back to the store', () => keeperTakesBack(stage, id, code, homes[1]));
}

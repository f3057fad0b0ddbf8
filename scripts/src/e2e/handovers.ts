import {
  asksWithFloat,
  countsTheFloat,
  getsFloat,
  goesOnWithFloat,
  leaderAsksBoth,
  settlesFloat,
} from './handovers/float';
import { isBoughtAgain, isKeptBack, keeperSealsBags, testsPositive } from './handovers/kept-back';
import { breaksDown, hearsNothingYet, leaderBrings, leaderFetches, nobodyCame } from './handovers/nobody-takes';
import { asksAnew, goesBack, keeperCountsIn, leavesAtEdge, nobodyInside } from './handovers/sent-from-point';
import { asksForTurn, comesLate, comesNever, isBrought, waitsOnNumber } from './handovers/turn-missed';
import {
  cashier,
  controlledHome,
  enter,
  enterAtWork,
  gridLeader,
  gridWorker,
  insider,
  moveTo,
  putAway,
  type Stage,
  sealedHome,
  whoWasAskedFor,
} from './people';
import { asksFor, groceries, tablets } from './sharing/asking-for';
import { homeInNeed, homeThatCanWait, isKeptFrom, requestOf } from './sharing/who';

/** What is acted, one after the other; each with phones of its own, and most of them move the clock. */
const acts = [
  ['A float, and another carrier', floatChangesHands],
  ['Nobody takes the bags', nobodyTakesThem],
  ['Back from the edge of a sealed zone', backFromTheEdge],
  ['The carrier tests positive', carrierIsPositive],
  ['A turn is missed, and the next', turnIsMissed],
] as const satisfies readonly (readonly [string, (stage: Stage) => Promise<void>])[];

/** Hands that fail, and what catches the goods and the money: others in time, the grid when time has passed. */
export async function handovers(stage: Stage): Promise<void> {
  await putAway(stage);
  // a morning, as early as the pick-up place opens
  await moveTo(stage, 1, 8);
  for (const [title, act] of acts) {
    await stage.checks.chapter(title, () => act(stage));
    await putAway(stage);
  }
}

async function floatChangesHands(stage: Stage): Promise<void> {
  const { checks } = stage;
  const homes = [homeThatCanWait(2), homeThatCanWait(3)] as const;
  const [home, other] = [await enter(stage, homes[0], 'home'), await enter(stage, homes[1], 'other-home')];
  const desk = await enterAtWork(stage, gridWorker, 'grid-worker');
  const first = await asksWithFloat(stage, [home, other], desk);
  await putAway(stage);
  const carrier = await enterAtWork(stage, first, 'carrier');
  const pays = await enterAtWork(stage, cashier, 'cashier');
  await checks.chapter('Its carrier is given cash', () => getsFloat(stage, carrier, pays));
  const leader = await enterAtWork(stage, gridLeader, 'grid-leader');
  const second = await goesOnWithFloat(stage, { carrier, leader, first });
  const next = await enterAtWork(stage, second, 'second-carrier');
  await checks.chapter('Who goes on counts otherwise', () => countsTheFloat(stage, next));
  await checks.chapter('The grid leader asks both', () => leaderAsksBoth(stage, leader, next));
  await checks.chapter('The doors, and what is left of the cash', () =>
    settlesFloat(stage, { next, cashier: pays }, homes),
  );
}

async function nobodyTakesThem(stage: Stage): Promise<void> {
  const { checks } = stage;
  const home = homeInNeed(1);
  const family = await enter(stage, home, 'family');
  await checks.check('the groceries are asked for', await asksFor(family, groceries));
  const { id, code } = await requestOf(stage, home, 'GROCERY');
  const hand = { id, home, code };
  const carrier = await enterAtWork(stage, await whoWasAskedFor(stage, id), 'carrier');
  await checks.chapter('The bicycle breaks', () => breaksDown(stage, carrier, family, hand));
  const leader = await enterAtWork(stage, gridLeader, 'grid-leader');
  await checks.chapter('Within twenty minutes the leader hears of nothing', () => hearsNothingYet(stage, leader, hand));
  await checks.chapter('Twenty minutes, and nobody came', () => nobodyCame(stage, { leader, carrier, family }, hand));
  await checks.chapter('The leader fetches them', () => leaderFetches(stage, leader, carrier, hand));
  await checks.chapter('And brings them', () => leaderBrings(stage, leader, family, hand));
}

async function backFromTheEdge(stage: Stage): Promise<void> {
  const { checks } = stage;
  const home = homeThatCanWait(0, sealedHome);
  const family = await enter(stage, home, 'sealed-home');
  await checks.check('tablets are asked for', await asksFor(family, tablets));
  const { id, code } = await requestOf(stage, home, 'MEDICINE');
  const hand = { id, home, code };
  const runner = await enterAtWork(stage, await whoWasAskedFor(stage, id), 'runner');
  await leavesAtEdge(stage, runner);
  const inside = await enterAtWork(stage, insider, 'insider');
  await checks.chapter('Nobody inside comes for them', () => nobodyInside(stage, { runner, inside, family }, hand));
  const leader = await enterAtWork(stage, gridLeader, 'grid-leader');
  await checks.chapter('The leader sends them back', () => goesBack(stage, { leader, runner, inside, family }, hand));
  await checks.chapter('The family asks anew, before anything is counted in', () => asksAnew(stage, family, hand));
  await checks.chapter('The store counts them in', () => keeperCountsIn(stage, hand));
}

async function carrierIsPositive(stage: Stage): Promise<void> {
  const { checks } = stage;
  const home = homeInNeed(2);
  const family = await enter(stage, home, 'family');
  await checks.check('the groceries are asked for', await asksFor(family, groceries));
  const { id, code } = await requestOf(stage, home, 'GROCERY');
  const hand = { id, home, code };
  const phone = await whoWasAskedFor(stage, id);
  const carrier = await enterAtWork(stage, phone, 'carrier');
  const leader = await enterAtWork(stage, gridLeader, 'grid-leader');
  await checks.chapter('On the way the grid hears of it', () => testsPositive(stage, carrier, leader, hand));
  await checks.chapter('The bags are kept back', () => isKeptBack(stage, { leader, carrier, family }, hand));
  await checks.chapter('The store seals them', () => keeperSealsBags(stage, hand));
  await checks.chapter('It is bought again, and nobody pays twice', () => isBoughtAgain(stage, family, phone, hand));
  await checks.check('a neighbour is told nothing of it', await isKeptFrom(stage, controlledHome, id));
}

async function turnIsMissed(stage: Stage): Promise<void> {
  const { checks } = stage;
  const home = homeThatCanWait(0, controlledHome);
  const family = await enter(stage, home, 'controlled-home');
  await checks.check('tablets are asked for', await asksFor(family, tablets));
  const { id, code } = await requestOf(stage, home, 'MEDICINE');
  const hand = { id, home, code };
  const carrier = await enterAtWork(stage, await whoWasAskedFor(stage, id), 'carrier');
  await checks.chapter('A turn, and a bag on its number', async () => {
    await asksForTurn(stage, carrier, family);
    await waitsOnNumber(stage, carrier, family);
  });
  await checks.chapter('Nobody comes', () => comesLate(stage, carrier, family, hand));
  await checks.chapter('Nor the second time', () => comesNever(stage, carrier, family, hand));
  await checks.chapter('It is brought to the door', () => isBrought(stage, carrier, family, hand));
}

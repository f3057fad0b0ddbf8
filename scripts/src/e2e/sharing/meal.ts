import type { Page } from 'playwright-core';
import { fits, gridWorker, neighbour, type Stage, shiftLeader, stored, timesDone } from '../people';
import { holdsSoon } from '../persistently';
import { picture, reads, tap, tapTwice } from '../screen';
import { counts, type InHand, putsDown } from './carrying';
import { isKeptFrom, requestOf } from './who';

/** Whoever leads the shift asks for its meal, once, whatever the thumb does. */
export async function asksForMeal(stage: Stage, page: Page): Promise<InHand> {
  const { checks } = stage;
  await checks.check('the post is there, with nothing asked for', await reads(page, '这一班的饭还没订'));
  await tap(page, '给这一班订饭');
  await tap(page, '多 10 人');
  await picture(page, 'sharing-70-meal');
  await fits(checks, page, 'a meal for a shift');
  await tapTwice(page, /^订 20 份/);
  await checks.check('twenty meals are asked for', await reads(page, /20 份饭/, 60_000));
  await checks.check('and nobody can ask for them twice', !(await reads(page, '给这一班订饭', 1_000)));
  await picture(page, 'sharing-71-meal-asked');
  await fits(checks, page, 'a post with its meal under way');
  const { id, headCount } = await requestOf(stage, shiftLeader, 'MEAL');
  await checks.check('stored by heads', headCount === 20);
  return { id, home: shiftLeader };
}

/** Fetched at the kitchen by bags, carried to the post by its name. */
export async function bringsMeal(stage: Stage, carrier: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  await checks.check('the offer says for how many', await reads(carrier, '20 份饭'));
  await picture(carrier, 'sharing-72-meal-offer');
  await fits(checks, carrier, 'the offer of a meal');
  await tapTwice(carrier, '我来');
  await checks.check('it is fetched, not bought', await reads(carrier, '到地方取到东西，数一数有几袋', 60_000));
  await counts(carrier, 2);
  await picture(carrier, 'sharing-73-fetch-meal');
  await fits(checks, carrier, 'fetching a meal');
  await tap(carrier, '取到了，3 袋');
  await tap(carrier, '都做好了，出发');
  await checks.check('to the post, by its name', await reads(carrier, '卦山核酸采样点', 60_000));
  await checks.check('and where it stands', await reads(carrier, /小学操场，蓝色帐篷/));
  await picture(carrier, 'sharing-74-post');
  await fits(checks, carrier, 'a post to carry a meal to');
  await checks.check('put down', await putsDown(carrier));
  await checks.check('accepted once', (await timesDone(stage, id, 'accept', home)) === 1);
}

/** Eaten while it is warm: one press, and nothing is to be paid. */
export async function mealIsHere(stage: Stage, page: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  await tapTwice(page, '饭到了');
  const isOver = async () => (await stored(stage, id, home)).state === 'CLOSED';
  await checks.check('the meal is here, and it is over', await holdsSoon(isOver));
  await checks.check('the next shift may ask', await reads(page, '给这一班订饭', 60_000));
  await checks.check('a neighbour is not told of it', await isKeptFrom(stage, neighbour, id));
  const seen = await stored(stage, id, gridWorker);
  await checks.check('the grid knows it by the post, and by no name', seen.household?.name === '卦山核酸采样点');
}

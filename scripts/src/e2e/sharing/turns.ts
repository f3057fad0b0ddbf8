import {
  getPickupSlot,
  type PickupSlotView,
  pickupSlotOfDelivery,
} from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { Page } from 'playwright-core';
import { asking, fits, neighbour, type Stage, stored, told } from '../people';
import { holdsSoon, persistently } from '../persistently';
import { cardOf, openScreen, picture, reads, tap, tapTwice } from '../screen';
import { asksFor, tablets } from './asking-for';
import { type InHand, paysForTwoBags, takesAndFinds } from './carrying';

/** Asked for in the controlled zone: nobody comes to the door, the home fetches it. */
export async function asksWhereFetched({ checks }: Stage, home: Page): Promise<void> {
  await checks.check('the tablets are asked for', await asksFor(home, tablets));
  await checks.check('the family reads that it is fetched', await reads(home, '这一单到取货点取'));
  await picture(home, 'sharing-60-to-place');
  await fits(checks, home, 'a request that is fetched');
}

/** When and where it is fetched, as its household is shown. */
async function slotOf(stage: Stage, { id, home }: InHand): Promise<PickupSlotView> {
  const person = await asking(stage, home);
  return persistently(() => told(() => person.call(pickupSlotOfDelivery, { params: { id: RecordId.parse(id) } })));
}

/** Once somebody carries it the home chooses its three minutes, and another time when that does not suit. */
export async function choosesTime(stage: Stage, page: Page, hand: InHand): Promise<void> {
  const { checks } = stage;
  await checks.check('a time may be chosen', await reads(page, '想自己定，现在就能选', 60_000));
  await tap(page, '自己选个时间');
  await reads(page, '几点去取');
  await picture(page, 'sharing-61-times');
  await fits(checks, page, 'choosing a time');
  await tap(page, /^\d\d:\d\d$/);
  await checks.check('it has a time of its own', await reads(page, /您的取物时间/, 60_000));
  const first = await slotOf(stage, hand);
  await picture(page, 'sharing-62-time');
  await fits(checks, page, 'a time of its own');
  await tap(page, '换个时间');
  await reads(page, '几点去取');
  await tapTwice(page, /^\d\d:\d\d$/);
  const isAnother = async () => (await slotOf(stage, hand)).from !== first.from;
  await checks.check('and another one on asking', await holdsSoon(isAnother));
  await checks.check('there is one turn, not two', (await slotOf(stage, hand)).id === first.id);
  await checks.check('a neighbour is not told of it', await isSlotKeptFrom(stage, neighbour, first));
}

async function isSlotKeptFrom(stage: Stage, phone: string, { id }: PickupSlotView): Promise<boolean> {
  const person = await asking(stage, phone);
  return holdsSoon(async () => {
    const answer = await person.call(getPickupSlot, { params: { id: RecordId.parse(id) } });
    return !answer.ok && answer.status === 404;
  });
}

/** Bought and put on a number; the household is called, and its carrier need not wait. */
export async function putsOnNumber(stage: Stage, carrier: Page, phone: string, hand: InHand): Promise<void> {
  const { checks } = stage;
  await paysForTwoBags(carrier);
  await checks.check('the carrier reads that nobody goes to the door', await reads(carrier, '放到取货点，不用上门'));
  await tap(carrier, '都做好了，出发');
  await checks.check('and where the bag goes', await reads(carrier, '南门广场', 60_000));
  const { household } = await stored(stage, hand.id, phone);
  await checks.check('the carrier is shown no door', household?.address === undefined);
  await picture(carrier, 'sharing-63-put-down');
  await fits(checks, carrier, 'putting a bag on a number');
  await tapTwice(carrier, /号位了，叫他来取$/);
  await checks.check('the household is called, and nobody waits for it', await reads(carrier, /您可以走了/, 60_000));
  await picture(carrier, 'sharing-64-on-number');
  await fits(checks, carrier, 'a bag on its number');
}

/** Takes it up to where it is paid for, so that the household can choose meanwhile. */
export const takesForPlace = (carrier: Page): Promise<void> => takesAndFinds(carrier, [/氨氯地平/]);

/** Called by number; whoever helps there gives it to the label and to no other. */
export async function fetchesBag(stage: Stage, home: Page, helper: Page, hand: InHand): Promise<void> {
  const { checks, system } = stage;
  const { number = 0, code } = await slotOf(stage, hand);
  await checks.check('the family reads its number', await reads(home, `您的东西放在 ${number} 号位了`, 60_000));
  await picture(home, 'sharing-65-called');
  await fits(checks, home, 'called to fetch a bag');
  await openScreen(helper, system.address, '/packages/volunteer/home/index');
  await checks.check(
    'whoever helps at the place finds the way there',
    await reads(helper, /取货点 · 南门广场/, 60_000),
  );
  await openScreen(helper, system.address, '/packages/volunteer/place/index');
  const card = cardOf(helper, '.card', code);
  await checks.check('the bag stands there by number and label', await reads(card, `${number} 号`, 60_000));
  await picture(helper, 'sharing-66-place');
  await fits(checks, helper, 'a pick-up place');
  await tap(card, '有人来取');
  const field = helper.getByLabel(/看他手机上的袋签/);
  const figures = code.replace(/\D/g, '');
  await field.fill(figures === '111' ? '222' : '111');
  await checks.check('another label is told apart', await reads(helper, /别给错/));
  await picture(helper, 'sharing-67-other-label');
  await fits(checks, helper, 'another label');
  await field.fill(figures);
  await tapTwice(helper, '对上了，给他');
  await checks.check('the family reads that it has it', await reads(home, /您取走了/, 60_000));
  await picture(home, 'sharing-68-fetched');
  const isFetched = async () => (await stored(stage, hand.id, hand.home)).state === 'CONFIRMED';
  await checks.check('fetched, and stored', await holdsSoon(isFetched));
}

import { type PickupSlotView, pickupSlotOfDelivery } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Page } from 'playwright-core';
import { asking, fits, moveOn, type Stage, stored, told } from '../people';
import { holdsSoon, persistently } from '../persistently';
import { openScreen, picture, reads, tap, tapTwice } from '../screen';
import { paysForTwoBags, putsDown, takesAndFinds } from '../sharing/carrying';
import type { Bags } from './nobody-takes';

/** The turn as its household is shown it. */
async function slotOf(stage: Stage, { id, home }: Bags): Promise<PickupSlotView> {
  const person = await asking(stage, home);
  return persistently(() => told(() => person.call(pickupSlotOfDelivery, { params: { id: RecordId.parse(id) } })));
}

/** Somebody takes it, and the home chooses its three minutes. */
export async function asksForTurn(stage: Stage, carrier: Page, family: Page): Promise<void> {
  const { checks } = stage;
  await takesAndFinds(carrier, [/氨氯地平/]);
  await reads(family, '想自己定，现在就能选', 60_000);
  await tap(family, '自己选个时间');
  await reads(family, '几点去取');
  await tap(family, /^\d\d:\d\d$/);
  await checks.check('it has a time', await reads(family, /您的取物时间/, 60_000));
}

/** Bought, and put on a number, which calls the household. */
export async function waitsOnNumber(stage: Stage, carrier: Page, family: Page): Promise<void> {
  const { checks } = stage;
  await paysForTwoBags(carrier);
  await tap(carrier, '都做好了，出发');
  await reads(carrier, '南门广场', 60_000);
  await tapTwice(carrier, /号位了，叫他来取$/);
  await checks.check('the household is called', await reads(carrier, /您可以走了/, 60_000));
  await checks.check('and reads its number', await reads(family, /您的东西放在 \d+ 号位了/, 60_000));
}

/** The time passes: no blame, another time, and the bag stays where it is. */
export async function comesLate(stage: Stage, carrier: Page, family: Page, bags: Bags): Promise<void> {
  const { checks } = stage;
  const { until } = await slotOf(stage, bags);
  await moveOn(stage, addMinutes(new Date(until), 1));
  await checks.check('the family reads that it does not matter', await reads(family, '没赶上不要紧', 60_000));
  await picture(family, 'handovers-50-missed');
  await fits(checks, family, 'a turn that was missed');
  await checks.check('the carrier reads that it need not wait', await reads(carrier, '到点没来', 60_000));
  await picture(carrier, 'handovers-51-carrier');
  await fits(checks, carrier, 'a turn that was missed, as the carrier sees it');
  await openScreen(family, stage.system.address, '/pages/inbox/index');
  await checks.check('and it is in the inbox', await reads(family, '没赶上不要紧，再约一个时间', 60_000));
  await openScreen(family, stage.system.address, `/pages/delivery/index?id=${bags.id}`);
  await tap(family, '再约一个时间');
  await reads(family, '几点去取');
  await picture(family, 'handovers-52-another-time');
  await fits(checks, family, 'another time after a missed one');
  await tapTwice(family, /^\d\d:\d\d$/);
  const isAgain = async () => (await slotOf(stage, bags)).state === 'RESERVED';
  await checks.check('it has another turn', await holdsSoon(isAgain));
  await checks.check('and its bag is still on its number', await reads(family, /您的东西还在 \d+ 号位/, 60_000));
  await picture(family, 'handovers-53-still-there');
  await fits(checks, family, 'another turn for a bag that stands there');
}

/** Called again near the new time, and missed again: from now on it is brought. */
export async function comesNever(stage: Stage, carrier: Page, family: Page, bags: Bags): Promise<void> {
  const { checks } = stage;
  const again = await slotOf(stage, bags);
  await moveOn(stage, new Date(again.from));
  const isCalled = async () => (await slotOf(stage, bags)).state === 'CALLED';
  await checks.check('called a second time', await holdsSoon(isCalled));
  await picture(family, 'handovers-54-called-again');
  await moveOn(stage, addMinutes(new Date((await slotOf(stage, bags)).until), 1));
  const goesToDoor = async () => (await stored(stage, bags.id, bags.home)).state === 'IN_TRANSIT';
  await checks.check('missed twice, it goes to the door', await holdsSoon(goesToDoor));
  await checks.check('the family may wait at home', await reads(family, '不用去取了，正给您送到门口', 60_000));
  await picture(family, 'handovers-55-to-door');
  await fits(checks, family, 'missed twice: it is brought');
  await checks.check('the carrier has the door now', await reads(carrier, '送到这里', 60_000));
  await checks.check('and where the bag still stands', await reads(carrier, /还在取货点 \d+ 号位/));
  await picture(carrier, 'handovers-56-carrier-door');
  await fits(checks, carrier, 'missed twice: the door');
}

/** Put down; the family has it. */
export async function isBrought(stage: Stage, carrier: Page, family: Page, { id, home }: Bags): Promise<void> {
  const { checks } = stage;
  await checks.check('put down at the door', await putsDown(carrier));
  await checks.check('the family reads it', await reads(family, '放在门口了', 60_000));
  await tapTwice(family, '收到了');
  const hasIt = async () => ['CONFIRMED', 'SETTLED', 'CLOSED'].includes((await stored(stage, id, home)).state);
  await checks.check('and has it', await holdsSoon(hasIt));
}

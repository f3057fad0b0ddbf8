import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { Page } from 'playwright-core';
import { asking, enterAtWork, fits, type Stage, stored, storeKeeper, told, whoWasAskedFor } from '../people';
import { holdsSoon } from '../persistently';
import { allWords, cardOf, openScreen, picture, reads, tap, tapTwice } from '../screen';
import { paysForTwoBags, putsDown, takesAndFinds } from '../sharing/carrying';
import { requestOf } from '../sharing/who';
import type { Bags } from './nobody-takes';

/** On the way; the grid hears that the carrier tested positive and takes the bags out of those hands. */
export async function testsPositive(stage: Stage, carrier: Page, leader: Page, { id, home }: Bags): Promise<void> {
  const { checks, system } = stage;
  await takesAndFinds(carrier, ['大米', '鸡蛋']);
  await paysForTwoBags(carrier);
  await tap(carrier, '都做好了，出发');
  await reads(carrier, '送到这里');
  await openScreen(leader, system.address, `/packages/grid/delivery/index?id=${id}`);
  await tap(leader, '换人接着送');
  await reads(leader, '20 分钟没人接', 60_000);
  await picture(leader, 'handovers-40-leader-asks');
  await fits(checks, leader, 'a leader asks for somebody else');
  await tapTwice(leader, '志愿者不舒服');
  const isAsked = async () => (await stored(stage, id, home)).state === 'HANDOVER_PENDING';
  await checks.check('nobody else carries them meanwhile', await holdsSoon(isAsked));
}

interface Concerned {
  readonly leader: Page;
  readonly carrier: Page;
  readonly family: Page;
}

/** Kept back: what follows is said before, and everybody hears it plainly, and of nobody's health. */
export async function isKeptBack(
  stage: Stage,
  { leader, carrier, family }: Concerned,
  { id, home }: Bags,
): Promise<void> {
  const { checks } = stage;
  await tap(leader, '阳性，留下袋子');
  await checks.check('what follows is said before', await reads(leader, '是谁病了，不告诉别人'));
  await picture(leader, 'handovers-41-keep-back');
  await fits(checks, leader, 'keeping bags back');
  await tapTwice(leader, '留下袋子，重新买');
  const isKept = async () => (await stored(stage, id, home)).state === 'RETURNED';
  await checks.check('kept back', await holdsSoon(isKept));
  await reads(leader, '退回', 60_000);
  await picture(leader, 'handovers-42-desk-kept');
  await fits(checks, leader, 'bags that were kept back, at the desk');
  await checks.check('the family reads that its bags are kept', await reads(family, /袋子.*留下/, 60_000));
  await checks.check(
    'that it is bought again, and it pays nothing',
    await reads(family, /重新买.*不用付钱|不用付钱.*重新买/),
  );
  await checks.check('nor who had them', !(await reads(family, '给您送的人', 1_000)));
  await checks.check('and of nobody’s health', !/阳性|感染/.test(await allWords(family)));
  await picture(family, 'handovers-43-family-kept');
  await fits(checks, family, 'bags that were kept back, as the family sees them');
  await checks.check('whoever had them reads what to do', await reads(carrier, '袋子先留下，别再送', 60_000));
  await picture(carrier, 'handovers-44-carrier-kept');
  await fits(checks, carrier, 'bags that were kept back, as whoever had them sees them');
}

/** In the store they are not opened, stand on no shelf, and nobody is named with them. */
export async function keeperSealsBags(stage: Stage, { id, home, code }: Bags): Promise<void> {
  const { checks } = stage;
  const page = await enterAtWork(stage, storeKeeper, 'store-keeper');
  await tap(page, /退回来的东西/);
  const card = cardOf(page, '.card', code);
  await checks.check('the store reads not to open them', await reads(card, '别打开', 60_000));
  await checks.check('and nobody’s name', !(await reads(card, '带回来', 1_000)));
  await picture(page, 'handovers-45-keeper');
  await fits(checks, page, 'bags that are kept back, in the store');
  await tap(card, '点过了，说怎么办');
  await checks.check('they go on no shelf', !(await reads(page, '放回仓库', 1_000)));
  await picture(page, 'handovers-46-keeper-how');
  await fits(checks, page, 'what may become of bags that are kept back');
  await tapTwice(page, '处理掉了');
  const isOver = async () => ['SETTLED', 'CLOSED'].includes((await stored(stage, id, home)).state);
  await checks.check('done away with', await holdsSoon(isOver));
  await page.context().close();
}

/** The product asks anew by itself; another volunteer brings it, and the family owes nothing for either. */
export async function isBoughtAgain(stage: Stage, family: Page, first: string, { id, home }: Bags): Promise<void> {
  const { checks } = stage;
  const again = await requestOf(stage, home, 'GROCERY');
  await checks.check('it is asked for again, by nobody', again.id !== id && again.estimateFen > 0);
  const phone = await whoWasAskedFor(stage, again.id);
  await checks.check('another volunteer is asked', phone !== first);
  const carrier = await enterAtWork(stage, phone, 'next-carrier');
  await picture(carrier, 'handovers-47-offer-again');
  await takesAndFinds(carrier, ['大米', '鸡蛋']);
  await paysForTwoBags(carrier);
  await tap(carrier, '都做好了，出发');
  await reads(carrier, '送到这里');
  await checks.check('put down at the door', await putsDown(carrier));
  await tap(family, '看补送的那一单');
  await checks.check('the family finds the new one from the old one', await reads(family, '放在门口了', 60_000));
  await tapTwice(family, '收到了');
  const person = await asking(stage, home);
  const isFree = async () => {
    const view = await told(() => person.call(getDelivery, { params: { id: RecordId.parse(again.id) } }));
    return view.state === 'CLOSED' && (view.money?.owedFen ?? 0) === 0;
  };
  await checks.check('received, and nothing to pay', await holdsSoon(isFree));
  await picture(family, 'handovers-48-family-has-it');
  await fits(checks, family, 'what was bought again is there');
}

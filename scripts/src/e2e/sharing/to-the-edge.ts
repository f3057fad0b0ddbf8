import {
  getHandoverLeg,
  type HandoverLegView,
  myHandoverLegs,
} from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { asking, fits, insider, placeHelper, type Stage, stored, told } from '../people';
import { holdsSoon, persistently } from '../persistently';
import { picture, reads, tap, tapTwice } from '../screen';
import { counts, type InHand, paysForTwoBags, putsDown, takesAndFinds } from './carrying';

/** The handover of this request, as somebody who has a part in it sees it. */
export async function legOf(stage: Stage, phone: string, id: string): Promise<HandoverLegView> {
  const person = await asking(stage, phone);
  return persistently(async () => {
    const found = (await told(() => person.call(myHandoverLegs))).items.find(({ delivery }) => delivery === id);
    if (!found) throw new Error(`${phone} has no part in a handover of ${id}`);
    return found;
  });
}

/** True when the server tells this person that there is no such handover. */
async function isLegKeptFrom(stage: Stage, phone: string, id: HandoverLegView['id']): Promise<boolean> {
  const person = await asking(stage, phone);
  return holdsSoon(async () => {
    const answer = await person.call(getHandoverLeg, { params: { id: RecordId.parse(id) } });
    return !answer.ok && answer.status === 404;
  });
}

/** Who brings goods to the edge, with a phone. */
export interface Runner {
  readonly page: Page;
  readonly phone: string;
}

/** Bought outside and left on the shelf of the sealed zone, counted and photographed; nobody is waited for. */
export async function leavesAtPoint(
  stage: Stage,
  { page, phone }: Runner,
  { id }: InHand,
  goods: readonly (string | RegExp)[],
): Promise<void> {
  const { checks } = stage;
  await takesAndFinds(page, goods);
  await paysForTwoBags(page);
  await checks.check('the runner reads that nobody goes in', await reads(page, '这一单在封控区，您不进去'));
  await picture(page, 'sharing-20-not-in');
  await fits(checks, page, 'goods for a sealed zone, before setting out');
  await tap(page, '都做好了，出发');
  await checks.check('and where the bags go instead', await reads(page, '东门货架', 60_000));
  const { household, doorWords } = await stored(stage, id, phone);
  await checks.check('the runner is shown neither door nor phone', household === undefined && doorWords === undefined);
  await picture(page, 'sharing-21-point');
  await fits(checks, page, 'the point of a sealed zone');
  await photograph(page, /我放下了，拍照/);
  await checks.check('left there, and free to go', await reads(page, '您可以走了', 60_000));
  await picture(page, 'sharing-22-left');
  await fits(checks, page, 'bags left at a point');
}

/** Inside, the bags that wait are on the first page; the same count takes them in, and two taps no further. */
export async function takesInside(stage: Stage, page: Page, family: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  const { code, id: leg } = await legOf(stage, insider, id);
  await checks.check('the family reads where its bags are', await reads(family, '到交接点了', 60_000));
  await picture(family, 'sharing-23-family');
  await checks.check('a volunteer elsewhere is not told of the handover', await isLegKeptFrom(stage, placeHelper, leg));
  await checks.check('the carrier inside finds them waiting', await reads(page, `去取 ${code}`, 60_000));
  await picture(page, 'sharing-24-waiting');
  await fits(checks, page, 'bags at a point, for whoever is inside');
  await tap(page, `去取 ${code}`);
  await checks.check('she is asked to count herself', await reads(page, '先对袋签，再自己数一遍'));
  await counts(page, 2);
  await picture(page, 'sharing-25-count-inside');
  await fits(checks, page, 'counting inside');
  await tapTwice(page, '2 袋，拿进去');
  await checks.check('taken in', await reads(page, '拿进来了', 60_000));
  await picture(page, 'sharing-26-taken-in');
  const isOnTheWay = async () => (await stored(stage, id, home)).state === 'IN_TRANSIT';
  await checks.check('and on the way to the door', await holdsSoon(isOnTheWay));
  await tap(page, '看门牌，送上去');
  await checks.check('the door is hers to see', await reads(page, '送到这里', 60_000));
  await checks.check('put down at the door', await putsDown(page));
  const person = await asking(stage, insider);
  const isDone = async () =>
    (await told(() => person.call(getHandoverLeg, { params: { id: RecordId.parse(leg) } }))).state === 'DONE';
  await checks.check('and the handover is over', await holdsSoon(isDone));
}

/** The runner's part is over, said plainly. */
export async function runnerIsDone({ checks }: Stage, { page }: Runner): Promise<void> {
  await checks.check('the runner reads that somebody took them in', await reads(page, '里面的人接走了', 60_000));
  await picture(page, 'sharing-27-runner-done');
  await fits(checks, page, 'what the runner left was taken in');
}

/** The household has it. */
export async function isReceived({ checks }: Stage, family: Page): Promise<void> {
  await checks.check('the family reads that it is at the door', await reads(family, '放在门口了', 60_000));
  await tapTwice(family, '收到了');
  await checks.check('and has it', await reads(family, /我付过了|办完了|您收到了/));
}

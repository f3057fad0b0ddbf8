import { getDoor, myDoors } from '@grid-relief/shared-types/screening/screening.contract';
import type { DoorRow } from '@grid-relief/shared-types/screening/screening.schema';
import type { Page } from 'playwright-core';
import { asking, fits, neighbour, type Stage, screener, told } from '../people';
import { holdsSoon } from '../persistently';
import { openScreen, picture, reads, tap, tapPart, tapWords } from '../screen';

/** Invented; she is home with the neighbour since yesterday, and nobody knew of it. */
export const back = { name: '石小玲', masked: '石**', phone: '10000000413' } as const;

/** The neighbour's door among those of the screener. */
async function herDoor(stage: Stage): Promise<DoorRow> {
  const [{ me }, asks] = [await asking(stage, neighbour), await asking(stage, screener)];
  const home = me.households[0]?.household;
  let after: string | undefined;
  for (;;) {
    const page = await told(() => asks.call(myDoors, { query: { limit: 100, ...(after ? { after } : {}) } }));
    const found = page.items.find((door) => door.household === home);
    if (found) return found;
    if (page.next === undefined) throw new Error('the neighbour stands on no list');
    after = page.next;
  }
}

/** "Anybody back from a risk area?" – "Yes": the report is there before the screener leaves the door. */
export async function answersYes(stage: Stage, page: Page): Promise<void> {
  const { checks, system } = stage;
  const door = await herDoor(stage);
  await openScreen(page, system.address, '/packages/screening/doors/index');
  await checks.check('her doors stand in walking order', await reads(page, /还有 \d+ 户/));
  await fits(checks, page, 'the doors of a screener');
  await picture(page, '30-doors');
  await openScreen(page, system.address, `/packages/screening/door/index?id=${door.id}`);
  await checks.check('the question stands there to be read out', await reads(page, /您家里有中高风险地区回来的人吗/));
  await fits(checks, page, 'at a door');
  await picture(page, '31-door');
  await tap(page, '有人回来了');
  await page.getByLabel('姓名', { exact: true }).fill(back.name);
  await page.getByLabel('手机号', { exact: true }).fill(back.phone);
  await tapPart(page.getByRole('radio', { name: '没有', exact: true }).filter({ visible: true }).first());
  await page.getByLabel('省', { exact: true }).fill('上海市');
  await page.getByLabel(/^市/).fill('上海市');
  await page.getByLabel('几天前到那里的', { exact: true }).fill('12');
  await page.getByLabel(/^几天前离开的/).fill('1');
  await fits(checks, page, 'who has come to this door');
  await picture(page, '32-door-report');
  await tap(page, /^报上去|^上报/);
  await checks.check('the screener reads that it is sent', await reads(page, '已发出，收到了'));
  await picture(page, '33-door-reported');
  const asks = await asking(stage, screener);
  const isReported = async () => {
    const seen = await told(() => asks.call(getDoor, { params: { id: door.id } }));
    return seen.state === 'DONE_RETURNEE';
  };
  await checks.check('the report exists before she leaves the door', await holdsSoon(isReported));
  await tapWords(page, /回到名单|回名单/);
}

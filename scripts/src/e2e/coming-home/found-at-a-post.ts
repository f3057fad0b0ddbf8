import type { Page } from 'playwright-core';
import { fits, type Stage } from '../people';
import { openScreen, picture, reads, tap, tapPart, tapWords } from '../screen';

/** Invented; on the road home after some days with an aunt, and announced by nobody. */
export const traveller = { name: '窦明明', masked: '窦**', phone: '10000000414' } as const;

/** At the exit of the highway: sought by phone, known to nobody, and registered on the spot. */
export async function findsSomebody({ checks, system }: Stage, page: Page): Promise<void> {
  await openScreen(page, system.address, '/packages/returnee/post/index');
  await page.getByLabel(/^手机号/).fill(traveller.phone);
  await tap(page, '找人');
  await checks.check('nobody has announced this number', await reads(page, /没有查到|没找到|没有报备/));
  await fits(checks, page, 'at a post, not expected');
  await picture(page, '34-post');
  await tap(page, /没报备的|登记/);
  await page.getByLabel('姓名', { exact: true }).fill(traveller.name);
  await page.getByLabel('手机号', { exact: true }).fill(traveller.phone);
  await tapPart(page.getByRole('radio', { name: '没有', exact: true }).filter({ visible: true }).first());
  await page.getByLabel('省', { exact: true }).fill('山西省');
  await page.getByLabel(/^市/).fill('太原市');
  await page.getByLabel(/^区县/).fill('清徐县');
  await page.getByLabel('几天前到那里的', { exact: true }).fill('14');
  await page.getByLabel(/^几天前离开的/).fill('6');
  for (const place of [/天宁镇/, /社区|村/, /网格/]) {
    const first = page.getByRole('radio', { name: place }).filter({ visible: true }).first();
    await tapPart(first);
  }
  await page.getByLabel('名称或门牌', { exact: true }).fill('样例小区 7-1-202');
  await fits(checks, page, 'somebody whom nobody announced');
  await picture(page, '35-post-report');
  await tap(page, '报上去');
  await checks.check('registered on the spot', await reads(page, '报上去了'));
  await picture(page, '36-post-reported');
  await tapWords(page, /再报一位/);
}

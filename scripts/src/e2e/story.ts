import { sampleCounty } from '@grid-relief/backend/src/sample-county';
import { getDelivery, myDeliveries, offeredToMe } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { sampleSeed } from '../seed';
import { signIn } from '../simulate/client';
import { seriousViolations } from './accessible';
import { openPhone } from './browser';
import type { Checks } from './checks';
import { picture, reads, signInOnScreen, tap } from './screen';
import type { System } from './system';

const grandmother = '10000000001';
const daughter = '10000000002';
const gridWorker = '10000000005';
const neighbour = '10000000007';

/** What the story needs of the world: a browser, the product, and a way to kill and restart it. */
export interface Stage {
  readonly browser: Browser;
  readonly system: System;
  readonly checks: Checks;
  /** Kills everything at once and starts it again on the same data and address. */
  killAndRestart(): Promise<void>;
}

async function enter({ browser, system }: Stage, phone: string): Promise<Page> {
  const { page } = await openPhone(browser);
  await signInOnScreen(page, system.address, phone);
  return page;
}

async function noViolations(checks: Checks, page: Page, screen: string): Promise<void> {
  const found = await seriousViolations(page);
  await checks.check(
    `axe finds nothing serious on ${screen}${found.length > 0 ? ` (${found.join('; ')})` : ''}`,
    found.length === 0,
  );
}

/** The volunteer whom the router asked, found as each volunteer's own phone would see it. */
async function whoWasAsked(address: string): Promise<string> {
  const { volunteers } = sampleCounty({ size: 'small', seed: sampleSeed, now: new Date() });
  for (const { phone } of volunteers.filter(({ onDuty }) => onDuty)) {
    const person = await signIn(address, phone);
    const offers = await person.call(offeredToMe);
    if (offers.ok && offers.value.items.length > 0) return phone;
  }
  throw new Error('nobody was asked');
}

/** The main job: a household's request reaches a volunteer, and arrives. */
export async function mainStory(stage: Stage): Promise<void> {
  const { checks, system } = stage;
  const family = await enter(stage, daughter);
  await checks.chapter('A daughter in another city orders for her mother', () => orders(stage, family));
  const carrierPhone = await whoWasAsked(system.address);
  const desk = await enter(stage, gridWorker);
  await checks.chapter('The grid worker sees it, the neighbour does not', () => whoSees(stage, desk));
  const carrier = await enter(stage, carrierPhone);
  await checks.chapter('A volunteer is asked, with reasons, and takes it', () => accepts(stage, carrier));
  await checks.chapter('Eggs are sold out: the question is asked and answered', () => shops(stage, carrier, family));
  await checks.chapter('No network in the stairwell, and the server is killed', () => delivers(stage, carrier));
  const home = await enter(stage, grandmother);
  await checks.chapter('The household confirms and settles', () => settles(stage, home, carrier));
  await checks.chapter('The grid worker saw all of it', async () => {
    await desk.reload();
    await picture(desk, '12-grid-after');
    await noViolations(checks, desk, "the grid worker's queue");
  });
}

async function orders({ checks }: Stage, page: Page): Promise<void> {
  await page.getByText('买菜', { exact: true }).click();
  await page.getByText('天宁乡邻超市').click();
  await tap(page, '加一个大米 5公斤');
  await page.getByText('冷藏', { exact: true }).first().click();
  await tap(page, '加一个鸡蛋 30枚');
  await picture(page, '01-order');
  await noViolations(checks, page, 'ordering');
  await tap(page, '选好了');
  await page.getByText('先问我', { exact: true }).click();
  await page.getByText('志愿者先垫，送到后我还').click();
  await picture(page, '02-sold-out-rule');
  await tap(page, '选好了');
  const order = page.getByRole('button', { name: '下单', exact: true });
  await order.dblclick();
  await checks.check('the order is sent, and the next step is said', await reads(page, '正在问志愿者'));
  await picture(page, '03-status');
  await noViolations(checks, page, 'the status of an order');
}

async function whoSees({ checks, system }: Stage, desk: Page): Promise<void> {
  const hers = await (await signIn(system.address, daughter)).call(myDeliveries, { query: {} });
  const items = hers.ok ? hers.value.items : [];
  await checks.check('a double tap made one request, not two', items.length === 1);
  const stranger = await signIn(system.address, neighbour);
  const id = items[0]?.id ?? '';
  const seen = await stranger.call(getDelivery, { params: { id: id as never } }); // a task id is a record id
  await checks.check('the neighbour is told there is no such thing', !seen.ok && seen.status === 404);
  await desk.getByText(/^全部/).first().click();
  await checks.check('the grid worker has it in the queue', await reads(desk, /买菜/));
  await picture(desk, '04-grid-queue');
}

async function accepts({ checks }: Stage, page: Page): Promise<void> {
  await checks.check('the offer says why', await reads(page, '为什么找您'));
  await checks.check('door and phone are hidden before', await reads(page, '接下以后才看得到门牌和电话'));
  await picture(page, '05-offer');
  await noViolations(checks, page, 'an offer');
  await tap(page, '我来');
  await checks.check('accepted', await reads(page, '已接下，还没动身'));
  await tap(page, '到店了，开始买');
  await checks.check('the picking list is there', await reads(page, '照单拿货'));
  await picture(page, '06-picking');
}

async function shops({ checks }: Stage, carrier: Page, family: Page): Promise<void> {
  await carrier
    .getByRole('button', { name: /拿到了/ })
    .first()
    .click();
  await carrier
    .getByRole('button', { name: /没有了/ })
    .last()
    .click();
  await carrier
    .getByText(/柴鸡蛋/)
    .first()
    .click();
  await checks.check('the volunteer sees that the household is asked', await reads(carrier, /在等住户回话|已问住户/));
  await checks.check('the family reads the question', await reads(family, /鸡蛋.*卖完了，换成.*可以吗/));
  await picture(family, '07-question');
  await tap(family, '可以，换');
  await checks.check('the answer reaches the shop', await reads(carrier, /都看过了|换成/));
  await carrier.getByRole('button', { name: '去付款' }).click();
  await photograph(carrier, /拍小票/);
  await picture(carrier, '08-receipt');
  await tap(carrier, '付好了，记下');
  await checks.check('bought', await reads(carrier, '买好了，还没出发'));
}

async function photograph(page: Page, name: RegExp): Promise<void> {
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#d9d2c0' } })
    .jpeg()
    .toBuffer();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name }).first().click(),
  ]);
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
}

async function delivers(stage: Stage, carrier: Page): Promise<void> {
  const { checks } = stage;
  for (const check of await carrier.getByRole('checkbox').all()) await check.click();
  await tap(carrier, '都做好了，出发');
  await checks.check('door and phone are open while carrying', await reads(carrier, '送到这里'));
  await picture(carrier, '09-door');
  await carrier.context().setOffline(true);
  await photograph(carrier, /放下，拍照/);
  await checks.check('without network the tick is kept and says so', await reads(carrier, /没发出|等网络|还没发/));
  await picture(carrier, '10-offline');
  await stage.killAndRestart();
  await carrier.context().setOffline(false);
  await checks.check('back in the network, it is sent', await reads(carrier, '已放门口', 40_000));
}

async function settles({ checks, system }: Stage, home: Page, carrier: Page): Promise<void> {
  await home
    .getByText(/到门口|放在门口|送到/)
    .first()
    .click();
  await tap(home, /收到了/);
  await checks.check('she confirms', await reads(home, /我付过了/));
  await picture(home, '11-confirmed');
  await noViolations(checks, home, 'confirming');
  await tap(home, '我付过了');
  await carrier.reload();
  await tap(carrier, '钱收到了');
  const hers = await (await signIn(system.address, daughter)).call(myDeliveries, { query: {} });
  const first = hers.ok ? hers.value.items[0] : undefined;
  await checks.check('it is settled', first?.state === 'SETTLED' || first?.state === 'CLOSED');
}

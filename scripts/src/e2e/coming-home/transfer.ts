import type { Page } from 'playwright-core';
import { fits, type Stage } from '../people';
import { button, cardOf, openScreen, picture, reads, readsNoMore, tap, tapPart } from '../screen';

/** Everybody who has a hand in a trip, each with a phone. */
export interface Crew {
  readonly township: Page;
  readonly desk: Page;
  readonly driver: Page;
  readonly site: Page;
}

/** The signs by which a trip and its passengers are known without a name. */
export interface Trip {
  readonly code: string;
  readonly people: number;
}

const tripPage = /一共 \d+ 位/;

async function opensTrip({ system }: Stage, page: Page, { code }: Trip): Promise<void> {
  await openScreen(page, system.address, '/packages/transfer/desk/index');
  await tapPart(cardOf(page, '.card', code));
  await page.getByText(tripPage).filter({ visible: true }).first().waitFor();
}

/** The township says yes and keeps a bed for each; the desk sends a vehicle with a driver. */
export async function sendsCar(stage: Stage, { township, desk }: Pick<Crew, 'township' | 'desk'>, trip: Trip) {
  const { checks, system } = stage;
  await openScreen(township, system.address, '/packages/transfer/desk/index');
  await checks.check(
    'the township reads who waits for a yes',
    await reads(cardOf(township, '.card', trip.code), '等乡镇同意'),
  );
  await fits(checks, township, 'trips that wait');
  await picture(township, '40-trips');
  await opensTrip(stage, township, trip);
  await fits(checks, township, 'a trip before its yes');
  await tap(township, '同意，定床位');
  await tap(township, /卦山隔离点/);
  await checks.check('approved, with beds', await reads(township, '等派车'));
  await checks.check('and where to', await reads(township, /去 卦山隔离点/));
  await picture(township, '41-approved');
  await opensTrip(stage, desk, trip);
  await tap(desk, '派车');
  await tap(desk, /晋J/);
  await reads(desk, '哪位司机');
  await fits(checks, desk, 'which driver');
  await tap(desk, /安\*\*/);
  await checks.check('the car is on its way', await reads(desk, '车去接人'));
  await picture(desk, '42-sent');
}

/** At the pick-up and not before, each is looked at and boards; heads counted, first signature. */
export async function boards(stage: Stage, page: Page, trip: Trip): Promise<void> {
  const { checks } = stage;
  await opensTrip(stage, page, trip);
  await checks.check('nobody boards before the car is there', (await button(page, '上车').count()) === 0);
  await fits(checks, page, 'a driver on the way');
  await picture(page, '43-driver-sent');
  await tap(page, '到接人的地方了');
  for (let nth = 0; nth < trip.people; nth++) {
    await tap(page, '上车');
    await tapPart(page.getByRole('radio', { name: '36.6', exact: true }).filter({ visible: true }).first());
    if (nth === 0) {
      await fits(checks, page, 'what is looked at when somebody boards');
      await picture(page, '44-board');
    }
    await tap(page, '都看过了，上车');
    await checks.check(`${nth + 1} on board, and it shows at once`, await reads(page, `点清了 ${nth + 1} 人，签名`));
  }
  await fits(checks, page, 'everybody on board');
  await picture(page, '45-boarded');
  await tap(page, `点清了 ${trip.people} 人，签名`);
  await tap(page, '出发');
  await checks.check('on the road', await reads(page, '在路上'));
  await tap(page, '到了');
  await checks.check('there, to be signed for', await reads(page, '到了，等签收'));
  await picture(page, '46-there');
}

/** Taken over one by one, each with a room; the second signature is for as many heads. Then the car is disinfected. */
export async function takesOver(
  stage: Stage,
  { site, driver }: Pick<Crew, 'site' | 'driver'>,
  trip: Trip,
): Promise<void> {
  const { checks, system } = stage;
  await openScreen(site, system.address, '/packages/command/site/index');
  await checks.check('the site sees who comes', await reads(site, /在路上的，共 \d+ 人/));
  await fits(checks, site, 'the rooms of a site');
  await picture(site, '47-site');
  await opensTrip(stage, site, trip);
  for (let nth = 0; nth < trip.people; nth++) {
    await tap(site, '接到了');
    await checks.check(`${nth + 1} taken over`, await reads(site, `人数对上了，签收 ${nth + 1} 人`));
  }
  await checks.check('each has a room', await reads(site, /房间 \d+/));
  await fits(checks, site, 'to be signed for');
  await picture(site, '48-sign');
  await tap(site, `人数对上了，签收 ${trip.people} 人`);
  await checks.check('both signatures stand there', await reads(site, '交接签名'));
  await picture(site, '49-signed');
  await tap(driver, '车消毒好了');
  await checks.check('the car is clean and the trip is over', await reads(driver, /办完了|消毒好了/));
  await readsNoMore(driver, '车消毒好了', 5_000);
}

import type { Page } from 'playwright-core';
import { cashier, dispatcher, doctor, enterAtWork, fits, gridLeader, type Stage } from './people';
import { openScreen, picture, reads, tapWords } from './screen';

interface Phones {
  readonly home: Page;
  readonly carrier: Page;
  readonly desk: Page;
}

/** A screen by its address, and words that stand on it once it is ready. */
type Sight = readonly [screen: string, ready: string | RegExp];

const ofResidents: readonly Sight[] = [
  ['/pages/home/index', '买菜'],
  ['/pages/history/index', '以前的单子'],
  ['/pages/inbox/index', '消息'],
  ['/pages/badge/index', '查一查'],
  ['/pages/settings/index', '字的大小'],
  ['/pages/proxies/index', '替一家人办'],
  ['/pages/join/index', '十位邀请码'],
  ['/pages/privacy/index', '用到什么'],
];
const ofVolunteers: readonly Sight[] = [
  ['/packages/volunteer/home/index', /值到 (今天|明天) \d\d:00/],
  ['/packages/volunteer/badge/index', /\d{3} \d{3}/],
  ['/packages/volunteer/ledger/index', '垫的钱'],
];
const ofTheGrid: readonly Sight[] = [
  ['/packages/grid/phone-order/index', '找这一家'],
  ['/packages/grid/chain/index', '看看有几单'],
  ['/packages/grid/duty/index', /到 (今天|明天) \d\d:00/],
  ['/packages/grid/runs/index', '一趟一趟'],
];
const ofCommand: readonly (readonly [phone: string, owner: string, sights: readonly Sight[]])[] = [
  [gridLeader, 'grid-leader', [['/packages/grid/home/index', '网格单子']]],
  [cashier, 'cashier', [['/packages/command/owed/index', '欠志愿者的钱']]],
  [dispatcher, 'dispatcher', [['/packages/command/home/index', '等太久了']]],
  [doctor, 'doctor', [['/packages/command/doctor/index', '等医生看的药']]],
];

async function look({ checks, system }: Stage, page: Page, sights: readonly Sight[], how = ''): Promise<void> {
  for (const [screen, ready] of sights) {
    await openScreen(page, system.address, screen);
    await checks.check(`${screen}${how} is there`, await reads(page, ready));
    await fits(checks, page, `${screen}${how}`);
  }
}

/** The screens that the story does not pass, for everybody who has them; a resident's also in large letters. */
export async function tourOfTheRest(stage: Stage, { home, carrier, desk }: Phones): Promise<void> {
  await look(stage, home, ofResidents);
  await look(stage, carrier, ofVolunteers);
  await look(stage, desk, ofTheGrid);
  for (const [phone, owner, sights] of ofCommand) {
    const page = await enterAtWork(stage, phone, owner);
    await look(stage, page, sights);
  }
  await openScreen(home, stage.system.address, '/pages/settings/index');
  await tapWords(home, '大字');
  await home.setViewportSize({ width: 360, height: 640 });
  await look(stage, home, ofResidents, ' in large letters on a small phone');
  await openScreen(home, stage.system.address, '/pages/home/index');
  await reads(home, '买菜');
  await picture(home, '15-large-letters');
}

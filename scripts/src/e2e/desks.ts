import type { Page } from 'playwright-core';
import {
  codeClerk,
  communityWorker,
  countyDispatcher,
  countyHead,
  dispatcher,
  driver,
  enter,
  enterAtWork,
  fits,
  gridLeader,
  gridWorker,
  investigator,
  officer,
  putAway,
  type Stage,
  screener,
  siteManager,
  stranger,
  transferDesk,
} from './people';
import { leaves, openScreen, picture, reads } from './screen';

/** Everybody who has a desk, and what they open there: the address of a screen, and its title. */
const desks: readonly (readonly [phone: string, owner: string, screens: readonly (readonly [string, string])[]])[] = [
  [
    gridWorker,
    'grid-worker',
    [
      ['/packages/grid/returnees/index', '返乡人员'],
      ['/packages/grid/quarantine/index', '隔离的人'],
      ['/packages/grid/home-events/index', '家中有事'],
      ['/packages/grid/refusals/index', '有人不愿意'],
      ['/packages/grid/codes/index', '健康码'],
      ['/packages/grid/door-sensors/index', '门磁'],
      ['/packages/grid/door-alerts/index', '门磁提醒'],
      ['/packages/grid/late/index', '晚到的记录'],
    ],
  ],
  [
    gridLeader,
    'grid-leader',
    [
      ['/packages/grid/merges/index', '可能是同一人'],
      ['/packages/grid/legs/index', '封控区交接'],
      ['/packages/grid/places/index', '取货点的号'],
    ],
  ],
  [
    dispatcher,
    'township',
    [
      ['/packages/command/four-class/index', '四类药管理'],
      ['/packages/command/codes/index', '健康码申请'],
      ['/packages/command/late-links/index', '超时的环节'],
      ['/packages/screening/campaigns/index', '入户排查'],
      ['/packages/command/invite/index', '请人来帮忙'],
    ],
  ],
  [
    countyDispatcher,
    'county',
    [
      ['/packages/command/policy/index', '隔离政策和风险地区'],
      ['/packages/command/areas/index', '区划调整'],
      ['/packages/command/sites/index', '隔离点'],
    ],
  ],
  [countyHead, 'head', [['/packages/command/areas/index', '区划调整']]],
  [communityWorker, 'community', [['/packages/command/codes/index', '健康码申请']]],
  [codeClerk, 'clerk', [['/packages/command/codes/index', '健康码申请']]],
  [
    investigator,
    'investigator',
    [
      ['/packages/command/cases/index', '流调'],
      ['/packages/command/exposed/index', '病倒的志愿者去过的门'],
    ],
  ],
  [siteManager, 'site', [['/packages/command/site/index', '隔离点的房间']]],
  [
    transferDesk,
    'transfers',
    [
      ['/packages/transfer/desk/index', '点对点转运'],
      ['/packages/transfer/fleet/index', '转运车辆'],
    ],
  ],
  [driver, 'driver', [['/packages/transfer/desk/index', '点对点转运']]],
  [officer, 'officer', [['/packages/returnee/post/index', '卡口']]],
  [screener, 'screener', [['/packages/screening/doors/index', '入户排查']]],
];

const ofHomes: readonly (readonly [string, string])[] = [
  ['/packages/returnee/list/index', '要来的人'],
  ['/packages/returnee/report/index', '报一下谁要来'],
  ['/packages/returnee/my-days/index', '隔离'],
  ['/packages/returnee/codes/index', '我的健康码'],
  ['/packages/returnee/door/index', '我家的门磁'],
];

async function opens(
  { checks, system }: Stage,
  page: Page,
  owner: string,
  screens: readonly (readonly [string, string])[],
): Promise<void> {
  for (const [screen, title] of screens) {
    await openScreen(page, system.address, screen);
    await checks.check(`${owner}: ${screen} is there`, await reads(page, title));
    await checks.check(`${owner}: ${screen} has been read`, await leaves(page.locator('.bone:visible').first()));
    await checks.check(`${owner}: ${screen} is no failure`, (await page.locator('[role=alert]:visible').count()) === 0);
    await fits(checks, page, `${owner}: ${screen}`);
    const [, , name = ''] = screen.split('/').slice(1);
    await picture(page, `80-${owner}-${name}`);
  }
}

/** Every desk as its owner finds it in the morning, and what a resident has besides shopping. */
export async function allDesks(stage: Stage): Promise<void> {
  for (const [phone, owner, screens] of desks) {
    const page = await enterAtWork(stage, phone, owner);
    await opens(stage, page, owner, screens);
    await putAway(stage);
  }
  await opens(stage, await enter(stage, stranger, 'resident'), 'resident', ofHomes);
}

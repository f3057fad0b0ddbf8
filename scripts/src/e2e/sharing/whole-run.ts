import { myRuns } from '@grid-relief/shared-types/deliveries/run.contract';
import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { asking, fits, type Stage, stored, told, volunteerWho } from '../people';
import { cardOf, openScreen, picture, reads, tap, tapTwice } from '../screen';
import { counts } from './carrying';
import type { TwoHomes } from './one-list';
import { requestOf } from './who';

/** Everything is paid for, and the tricycle is broken: the grid hears of it, nobody gives paid goods back. */
export async function asksGridForSomebody({ checks }: Stage, page: Page): Promise<void> {
  await tap(page, '这一趟我送不了了');
  await checks.check('what happens next is said before it is asked for', await reads(page, '由网格长派人来'));
  await picture(page, 'sharing-95-ask-help');
  await fits(checks, page, 'asking for somebody to go on with a run');
  await tap(page, '车坏了');
  await checks.check('the grid knows, and that is said', await reads(page, '网格知道了，会派人来接', 60_000));
}

/** The grid leader is told, comes to the bags, photographs them and names who goes on; the number of that one's phone. */
export async function leaderNamesAnother(stage: Stage, leader: Page, shop: string, first: string): Promise<string> {
  const { checks, system } = stage;
  await openScreen(leader, system.address, '/pages/inbox/index');
  await checks.check(
    'the grid is told of a run that stands still',
    await reads(leader, /一趟的志愿者走不了了/, 60_000),
  );
  await openScreen(leader, system.address, '/packages/grid/runs/index');
  await tap(cardOf(leader, '.card', shop), '换一个人接着送');
  await photograph(leader, /^拍一张袋子$/);
  await checks.check('the bags are photographed', await reads(leader, /拍好了/));
  await picture(leader, 'sharing-96-name-another');
  await fits(checks, leader, 'who goes on with a run');
  await tapTwice(leader, /^派给 .+\*/);
  const before = await asking(stage, first);
  return volunteerWho(stage, 'goes on with the run', async (person) => {
    const { items } = await told(() => person.call(myRuns));
    const isHeld = items.some(({ state, shop: of }) => state === 'SHOPPING' && of?.name === shop);
    return isHeld && person.me.person !== before.me.person;
  });
}

/** The second tick: counted anew, without being told, and not before that to any door. */
export async function takesWholeRun(stage: Stage, first: Page, second: Page, [home]: TwoHomes): Promise<void> {
  const { checks } = stage;
  await tap(second, '接着走这一趟');
  await checks.check('bags are counted first', await reads(second, '接过来的，先数一遍袋子', 60_000));
  await picture(second, 'sharing-97-count-first');
  await fits(checks, second, 'a run that was taken over');
  await tap(second, '接过来的，先数一遍袋子');
  await counts(second, 2);
  await tapTwice(second, '我接手，2 袋');
  await checks.check('counted, and on to the doors', await reads(second, '都带上了，去第一家', 60_000));
  const { state } = await stored(stage, (await requestOf(stage, home, 'GROCERY')).id, home);
  await checks.check('two taps went no further', state === 'PURCHASED');
  await checks.check('whoever had it reads that it went on', await reads(first, '有人接过去了', 60_000));
  await picture(first, 'sharing-98-run-passed-on');
  await fits(checks, first, 'a run that was passed on');
}

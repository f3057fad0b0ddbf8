import type { Page } from 'playwright-core';
import { accepts, asksAboutEggs, paysAndLeaves, photograph, putsDownOffline } from './carrying';
import { neighbourSeesNothing } from './neighbour';
import { ordersGroceries, ordersMedicine } from './ordering';
import {
  daughter,
  enter,
  enterAtWork,
  fits,
  grandmother,
  gridWorker,
  listed,
  neighbour,
  type Stage,
  timesDone,
  whoWasAsked,
} from './people';
import { holdsSoon } from './persistently';
import { cardOf, picture, reads, readsNoMore, tap, tapPart, tapTwice, tapWords } from './screen';
import { tourOfTheRest } from './tour';

/** The main job: a household's request reaches a volunteer, and arrives. */
export async function mainStory(stage: Stage): Promise<void> {
  const { checks } = stage;
  const family = await enter(stage, daughter, 'daughter');
  await checks.chapter('A daughter in another city orders for her mother', () => ordersGroceries(stage, family));
  const id = await groceries(stage);
  const carrier = await enterAtWork(stage, await whoWasAsked(stage, 'GROCERY'), 'volunteer');
  const desk = await enterAtWork(stage, gridWorker, 'grid-worker');
  const nextDoor = await enter(stage, neighbour, 'neighbour');
  await checks.chapter('The neighbour sees none of it', () =>
    neighbourSeesNothing(stage, nextDoor, id, 'while it is asked for'),
  );
  await checks.chapter('A volunteer is asked, with reasons, and takes it', () => accepts(stage, carrier, id));
  await checks.chapter('The grid worker sees it, and why it is this volunteer', () => deskSees(stage, desk));
  await checks.chapter('Eggs are sold out: the question is asked and answered', () =>
    asksAboutEggs(stage, carrier, family),
  );
  await checks.chapter('The receipt is photographed', () => paysAndLeaves(stage, carrier));
  await checks.chapter('No network in the stairwell, and the server is killed', () =>
    putsDownOffline(stage, carrier, family, id),
  );
  const home = await enter(stage, grandmother, 'grandmother');
  await checks.chapter('The household confirms and settles', () => settles(stage, home, carrier, id));
  await checks.chapter('The tablets for two more days', () => medicine(stage, family, home));
  await checks.chapter('The grid worker saw all of it', () => sawAll(stage, desk));
  await checks.chapter('And the neighbour still none of it', () =>
    neighbourSeesNothing(stage, nextDoor, id, 'after all of it'),
  );
  await checks.chapter('Every other screen, and large letters', () => tourOfTheRest(stage, { home, carrier, desk }));
}

/** The request of the story. @throws when there is none, for then there is no story */
async function groceries(stage: Stage): Promise<string> {
  const found = (await listed(stage)).find(({ kind }) => kind === 'GROCERY');
  if (!found) throw new Error('there is no request to go on with');
  return found.id;
}

/** The queue has it, longest wait largest; its page names who has it and why. */
async function deskSees({ checks }: Stage, desk: Page): Promise<void> {
  await tapWords(desk, /^全部/);
  await checks.check('the grid worker has it in the queue', await reads(desk, /买菜 · [A-Z]\d{3} · 01-1-0501/));
  await picture(desk, '05-grid-queue');
  await fits(checks, desk, "the grid worker's queue");
  await tapWords(desk, /买菜 · [A-Z]\d{3}/);
  await checks.check('why this volunteer', await reads(desk, /为什么是这位/));
  await checks.check('part by part', await reads(desk, /同一个网格 \+\d+|同一栋楼 \+\d+/));
  await checks.check('out of how many', await reads(desk, /比过 \d+ 个人/));
  await picture(desk, '14-grid-delivery');
  await fits(checks, desk, 'a request at the grid desk');
  await tap(desk, '返回');
}

/** She confirms the request of this kind; with two taps, once. */
async function confirms({ checks }: Stage, home: Page, kind: RegExp): Promise<void> {
  await tapPart(cardOf(home, '.card', kind));
  await reads(home, '放在门口了');
  await fits(checks, home, 'at the door');
  await tapTwice(home, '收到了');
  await checks.check('she confirms', await reads(home, '我付过了'));
  await checks.check('and nothing else was pressed by it', await readsNoMore(home, /哪里不对|等收钱的人/, 1_000));
}

async function settles(stage: Stage, home: Page, carrier: Page, id: string): Promise<void> {
  const { checks } = stage;
  await checks.check('what is at her door comes first on her page', await reads(home, /请开门取/));
  await confirms(stage, home, /放在门口了/);
  await checks.check('a double tap confirmed once', (await timesDone(stage, id, 'confirm')) === 1);
  await picture(home, '12-confirmed');
  await fits(checks, home, 'confirmed, to be paid');
  await tap(home, '我付过了');
  await checks.check('it says whose turn it is now', await reads(home, '等收钱的人点一下，就办完了'));
  await checks.check('the carrier is told that it is paid', await reads(carrier, '住户说已经付了', 60_000));
  await fits(checks, carrier, 'money to be ticked');
  await tap(carrier, '钱收到了');
  await checks.check('the household reads that it is settled', await reads(home, /钱结清了|办完了/, 60_000));
  const isSettled = async () => {
    const now = (await listed(stage)).find((row) => row.id === id);
    return now?.state === 'SETTLED' || now?.state === 'CLOSED';
  };
  await checks.check('it is settled', await holdsSoon(isSettled));
}

async function medicine(stage: Stage, family: Page, home: Page): Promise<void> {
  const { checks } = stage;
  await ordersMedicine(stage, family);
  const row = (await listed(stage)).find(({ kind }) => kind === 'MEDICINE');
  await checks.check('tablets for two days are very urgent', row?.priority === 'P1');
  const carrier = await enterAtWork(stage, await whoWasAsked(stage, 'MEDICINE'), 'second-volunteer');
  await tap(carrier, '我来');
  await tap(carrier, '到店了，开始买');
  await tap(carrier, /拿到了/);
  await paysAndLeaves(stage, carrier);
  await photograph(carrier, /放下，拍照/);
  await checks.check('put down', await reads(carrier, '已放门口'));
  await tap(home, '返回');
  await confirms(stage, home, /买药/);
}

async function sawAll({ checks }: Stage, desk: Page): Promise<void> {
  await tapWords(desk, /^全部/);
  await picture(desk, '13-grid-after');
  await tapWords(desk, /买药/);
  await checks.check('every step is there with its time', await reads(desk, '到现在为止'));
  for (const step of ['下了单', '去问一位志愿者', '买好了', '出发了', '放在门口', '收到了'])
    await checks.check(`the grid worker reads "${step}"`, await reads(desk, step));
}

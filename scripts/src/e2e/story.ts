import { getDelivery, myDeliveries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { Page } from 'playwright-core';
import { signIn } from '../simulate/client';
import { accepts, asksAboutEggs, paysAndLeaves, photograph, putsDownOffline } from './carrying';
import { ordersGroceries, ordersMedicine } from './ordering';
import { daughter, enter, grandmother, gridWorker, neighbour, noViolations, type Stage, whoWasAsked } from './people';
import { picture, reads, tap, tapWords } from './screen';

/** The main job: a household's request reaches a volunteer, and arrives. */
export async function mainStory(stage: Stage): Promise<void> {
  const { checks, system } = stage;
  const family = await enter(stage, daughter);
  await checks.chapter('A daughter in another city orders for her mother', () => ordersGroceries(stage, family));
  const carrier = await enter(stage, await whoWasAsked(system.address, 'GROCERY'));
  const desk = await enter(stage, gridWorker);
  const nextDoor = await enter(stage, neighbour);
  await checks.chapter('The grid worker sees it, the neighbour does not', () => whoSees(stage, desk, nextDoor));
  await checks.chapter('A volunteer is asked, with reasons, and takes it', () => accepts(stage, carrier));
  await checks.chapter('Eggs are sold out: the question is asked and answered', () =>
    asksAboutEggs(stage, carrier, family),
  );
  await checks.chapter('The receipt is photographed', () => paysAndLeaves(stage, carrier));
  await checks.chapter('No network in the stairwell, and the server is killed', () => putsDownOffline(stage, carrier));
  const home = await enter(stage, grandmother);
  await checks.chapter('The household confirms and settles', () => settles(stage, home, carrier));
  await checks.chapter('The tablets for two more days', () => medicine(stage, family, home));
  await checks.chapter('The grid worker saw all of it', () => sawAll(stage, desk));
}

async function hers(stage: Stage): Promise<readonly DeliveryRow[]> {
  const seen = await (await signIn(stage.system.address, daughter)).call(myDeliveries, { query: {} });
  return seen.ok ? seen.value.items : [];
}

async function whoSees(stage: Stage, desk: Page, nextDoor: Page): Promise<void> {
  const { checks, system } = stage;
  const [item] = await hers(stage);
  if (!item) throw new Error('there is no request to look for');
  await checks.check('the neighbour sees nothing under way', await reads(nextDoor, '眼下没有在办的'));
  const stranger = await signIn(system.address, neighbour);
  const seen = await stranger.call(getDelivery, { params: { id: RecordId.parse(item.id) } });
  await checks.check('the neighbour is told there is no such thing', !seen.ok && seen.status === 404);
  await tapWords(desk, /^全部/);
  await checks.check('the grid worker has it in the queue', await reads(desk, new RegExp(item.code)));
  await picture(desk, '05-grid-queue');
  await noViolations(checks, desk, "the grid worker's queue");
}

async function confirms({ checks }: Stage, home: Page): Promise<void> {
  await tapWords(home, /放在门口了/);
  await tap(home, '收到了');
  await checks.check('she confirms', await reads(home, '我付过了'));
}

async function settles(stage: Stage, home: Page, carrier: Page): Promise<void> {
  const { checks } = stage;
  await confirms(stage, home);
  await picture(home, '12-confirmed');
  await noViolations(checks, home, 'confirming');
  await tap(home, '我付过了');
  await checks.check('the carrier is told that it is paid', await reads(carrier, /钱收到了/));
  await tap(carrier, '钱收到了');
  await checks.check('the household reads that it is settled', await reads(home, /钱结清了|办完了/, 60_000));
  const [first] = await hers(stage);
  await checks.check('it is settled', first?.state === 'SETTLED' || first?.state === 'CLOSED');
}

async function medicine(stage: Stage, family: Page, home: Page): Promise<void> {
  const { checks, system } = stage;
  await ordersMedicine(stage, family);
  const carrier = await enter(stage, await whoWasAsked(system.address, 'MEDICINE'));
  await tap(carrier, '我来');
  await tap(carrier, '到店了，开始买');
  await tap(carrier, /拿到了/);
  await paysAndLeaves(stage, carrier);
  await photograph(carrier, /放下，拍照/);
  await checks.check('put down', await reads(carrier, '已放门口'));
  await tap(home, '返回');
  await confirms(stage, home);
}

async function sawAll({ checks }: Stage, desk: Page): Promise<void> {
  await tapWords(desk, /^全部/);
  await picture(desk, '13-grid-after');
  await tapWords(desk, /买药/);
  await checks.check('every step is there with its time', await reads(desk, '到现在为止'));
  await picture(desk, '14-grid-delivery');
  await noViolations(checks, desk, 'a delivery at the grid desk');
}

import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { fits, type Stage, timesDone } from './people';
import { holdsSoon } from './persistently';
import { cardOf, openScreen, picture, reads, readsNoMore, tap, tapTwice, tapWords } from './screen';

/** The offer says what, where and why; accepted with one tap, and with two no second time. */
export async function accepts(stage: Stage, page: Page, id: string): Promise<void> {
  const { checks } = stage;
  await checks.check('the offer says why it is this one', await reads(page, '为什么找您'));
  await checks.check('with the reason of the routing', await reads(page, /^(在您的网格|就在您这栋楼)$/));
  await checks.check('door and phone are hidden before', await reads(page, '接下以后才看得到门牌和电话'));
  await picture(page, '06-offer');
  await fits(checks, page, 'an offer');
  await tapTwice(page, '我来');
  await checks.check('accepted', await reads(page, '已接下，还没动身'));
  await checks.check('a double tap took it once', (await timesDone(stage, id, 'accept')) === 1);
  await checks.check('it says until when to set out', await reads(page, /请在 (明天 )?\d\d:\d\d 前动身/));
  await fits(checks, page, 'a request just taken');
  await tap(page, '到店了，开始买');
  await checks.check('the picking list is there', await reads(page, /拿到了/));
  await picture(page, '07-picking');
  await fits(checks, page, 'the picking list');
}

/** One line is there, the other is sold out: the question goes to the family and comes back. */
export async function asksAboutEggs({ checks }: Stage, carrier: Page, family: Page): Promise<void> {
  await tap(cardOf(carrier, '.carry-pick', '大米'), '拿到了');
  await tap(cardOf(carrier, '.carry-pick', '鸡蛋'), '没有了');
  await reads(carrier, '点一样，马上问住户');
  await fits(checks, carrier, 'sold out: what else');
  await tapWords(carrier, '柴鸡蛋 30枚');
  await checks.check('the volunteer sees that the household is asked', await reads(carrier, /已问住户/));
  await checks.check(
    'the family reads the question, and what it costs',
    (await reads(family, /鸡蛋.*卖完了，换成柴鸡蛋.*可以吗/)) && (await reads(family, /贵 ¥2\.00/)),
  );
  await picture(family, '08-question');
  await fits(checks, family, 'a question');
  await tap(family, '可以，换');
  await checks.check('the answer reaches the shop', await reads(carrier, '换成柴鸡蛋 30枚'));
  await checks.check('and nobody waits any more', await readsNoMore(carrier, /已问住户/));
}

/** The receipt is photographed and what was paid is written down, then the bag leaves the shop. */
export async function paysAndLeaves({ checks }: Stage, carrier: Page): Promise<void> {
  await tap(carrier, '去付款');
  await photograph(carrier, /拍小票/);
  await reads(carrier, '重拍小票');
  await picture(carrier, '09-receipt');
  await fits(checks, carrier, 'at the till');
  await tap(carrier, '付好了，记下');
  await checks.check('bought', await reads(carrier, '买好了，还没出发'));
  await fits(checks, carrier, 'before setting out');
  await tap(carrier, '都做好了，出发');
  await checks.check('door and phone are open while carrying', await reads(carrier, '送到这里'));
}

/** Takes a picture with the phone's camera. */
export async function photograph(page: Page, name: RegExp): Promise<void> {
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#d9d2c0' } })
    .jpeg()
    .toBuffer();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, name)]);
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
}

/** In the stairwell: no network while putting down, and the server is killed and started again meanwhile. */
export async function putsDownOffline(stage: Stage, carrier: Page, family: Page, id: string): Promise<void> {
  const { checks, system } = stage;
  await checks.check('what is in the bag is said as it is: the other eggs', await reads(carrier, /代替鸡蛋/));
  await picture(carrier, '10-door');
  await fits(checks, carrier, 'a door');
  await carrier.context().setOffline(true);
  await photograph(carrier, /放下，拍照/);
  await checks.check('without network the tick is kept and says so', await reads(carrier, '已记在手机里，等网络'));
  await checks.check('and nobody is said to have been told', await reads(carrier, /还没发出去/));
  await picture(carrier, '11-offline');
  await fits(checks, carrier, 'put down without a network');
  await checks.check('the household is told nothing that is not so', (await timesDone(stage, id, 'drop')) === 0);
  await openScreen(carrier, system.address, '/pages/unsent/index');
  await checks.check('a page never opened before is there without a network', await reads(carrier, '还没发出去的'));
  await fits(checks, carrier, 'what is not sent yet');
  await system.killAndRestart();
  await checks.check('it still waits after the server was away', await reads(carrier, '已记在手机里，等网络', 1_000));
  await tap(carrier, '返回');
  await carrier.context().setOffline(false);
  await checks.check('back in the network, it is sent', await reads(carrier, '已发出，收到了', 60_000));
  await checks.check('and stored, once', await holdsSoon(async () => (await timesDone(stage, id, 'drop')) === 1));
  await checks.check('the family reads it without doing anything', await reads(family, '放在门口了', 90_000));
}

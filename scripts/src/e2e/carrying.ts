import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { noViolations, type Stage } from './people';
import { button, picture, reads, tap, tapWords } from './screen';

/** The offer says what, where and why; accepted with one tap. */
export async function accepts({ checks }: Stage, page: Page): Promise<void> {
  await checks.check('the offer says why', await reads(page, '为什么找您'));
  await checks.check('door and phone are hidden before', await reads(page, '接下以后才看得到门牌和电话'));
  await picture(page, '06-offer');
  await noViolations(checks, page, 'an offer');
  await tap(page, '我来');
  await checks.check('accepted', await reads(page, '已接下，还没动身'));
  await tap(page, '到店了，开始买');
  await checks.check('the picking list is there', await reads(page, /拿到了/));
  await picture(page, '07-picking');
}

/** One line is there, the other is sold out: the question goes to the family and comes back. */
export async function asksAboutEggs({ checks }: Stage, carrier: Page, family: Page): Promise<void> {
  await button(carrier, /拿到了/).click();
  await button(carrier, /没有了/).click();
  await tapWords(carrier, /柴鸡蛋/);
  await checks.check('the volunteer sees that the household is asked', await reads(carrier, /在等住户回话|已问住户/));
  await checks.check('the family reads the question', await reads(family, /鸡蛋.*卖完了，换成.*可以吗/));
  await picture(family, '08-question');
  await noViolations(checks, family, 'a question');
  await tap(family, '可以，换');
  await checks.check('the answer reaches the shop', await reads(carrier, /都看过了|换成/));
}

/** The receipt is photographed and what was paid is written down, then the bag leaves the shop. */
export async function paysAndLeaves({ checks }: Stage, carrier: Page): Promise<void> {
  await tap(carrier, '去付款');
  await photograph(carrier, /拍小票/);
  await picture(carrier, '09-receipt');
  await tap(carrier, '付好了，记下');
  await checks.check('bought', await reads(carrier, '买好了，还没出发'));
  for (const box of await carrier.getByRole('checkbox').filter({ visible: true }).all()) await box.click();
  await tap(carrier, '都做好了，出发');
  await checks.check('door and phone are open while carrying', await reads(carrier, '送到这里'));
}

/** Takes a picture with the phone's camera. */
export async function photograph(page: Page, name: RegExp): Promise<void> {
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#d9d2c0' } })
    .jpeg()
    .toBuffer();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, name).click()]);
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
}

/** In the stairwell: no network while putting down, and the server is killed and started again meanwhile. */
export async function putsDownOffline({ checks, system }: Stage, carrier: Page): Promise<void> {
  await picture(carrier, '10-door');
  await noViolations(checks, carrier, 'a door');
  await carrier.context().setOffline(true);
  await photograph(carrier, /放下，拍照/);
  await checks.check('without network the tick is kept and says so', await reads(carrier, '已记在手机里，等网络'));
  await picture(carrier, '11-offline');
  await system.killAndRestart();
  await checks.check('it still says so after the server was away', await reads(carrier, '已记在手机里，等网络', 1_000));
  await carrier.context().setOffline(false);
  await checks.check('back in the network, it is sent', await reads(carrier, '已发出，收到了', 60_000));
}

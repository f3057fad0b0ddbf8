import type { Page } from 'playwright-core';
import { push, type SimulatedDevice } from '../../sensors/device';
import { photograph } from '../carrying';
import { fits, type Stage } from '../people';
import { holdsSoon } from '../persistently';
import { cardOf, openAnew, openScreen, picture, reads, tap, tapPart, tapWords } from '../screen';

const quarantine = '/packages/grid/quarantine/index';

/** Opens the sheet of whoever is in quarantine behind this door. */
async function opensDoor({ system }: Stage, page: Page, door: string): Promise<void> {
  await openAnew(page, system.address, quarantine);
  await tap(cardOf(page, '.card', door), '打开');
}

/** Nine questions, each answered, and a signature; an unanswered one cannot be signed over. */
export async function looksAtHome(stage: Stage, page: Page, door: string, who: string): Promise<void> {
  const { checks } = stage;
  await opensDoor(stage, page, door);
  await tap(page, '看家里条件：九条都要是');
  const yes = page.getByRole('radio', { name: '是', exact: true }).filter({ visible: true });
  await yes.first().waitFor();
  await checks.check(`the ${who} is asked nine things`, (await yes.count()) === 9);
  for (let n = 0; n < 9; n++) await tapPart(yes.nth(n));
  await fits(checks, page, `the home as the ${who} saw it`);
  await picture(page, `26-home-${who}`);
  await tap(page, '看完签字');
  await checks.check(`what the ${who} saw is stored`, await reads(page, '已发出，收到了'));
}

/** The notice is signed, a sensor is at the door, somebody cares: it begins. */
export async function beginsAtHome(stage: Stage, page: Page, door: string): Promise<void> {
  const { checks } = stage;
  await opensDoor(stage, page, door);
  await tap(page, '定下去处');
  await tap(page, '告知书签了，开始居家');
  await tapWords(page, '装了门磁');
  await page.getByLabel('谁照应他（写一句）', { exact: true }).fill('母亲在家，住另一间');
  await photograph(page, /^拍签了字的告知书/);
  await reads(page, '照片拍好了');
  await fits(checks, page, 'the notice is signed');
  await picture(page, '27-begins');
  await tap(page, '告知书签了，开始居家');
  await checks.check('she is in quarantine at home', await reads(page, '居家隔离中'));
}

/** What the stories know of the sensor at their door: its key is shown once, to whoever puts it up. */
export async function hangsSensor(stage: Stage, page: Page, door: string): Promise<SimulatedDevice> {
  const { checks, system } = stage;
  const label = 'E2E-0001';
  await openScreen(page, system.address, '/packages/grid/door-sensors/index');
  await page.getByLabel('门磁上的编号', { exact: true }).fill(label);
  await tap(page, '登记入库');
  const card = cardOf(page, '.card', label);
  const [opened] = await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/door-sensors/') && answer.request().method() === 'POST'),
    tap(card, /^取密钥/),
  ]);
  await checks.check('its key is shown once', await reads(card, /写进门磁/));
  const { key }: { key: string } = await opened.json();
  const id = /door-sensors\/([^/]+)\//.exec(opened.url())?.[1] ?? '';
  await fits(checks, page, 'sensors in stock');
  await tap(card, '装到住户门上');
  await page.getByLabel('门牌号', { exact: true }).fill(door);
  await tap(page, '找住户');
  await tapPart(
    page
      .getByText(new RegExp(`^${door} · `))
      .filter({ visible: true })
      .last(),
  );
  await tapWords(page, '说清了');
  await tapWords(page, '签了字');
  await fits(checks, page, 'consent at the door');
  await picture(page, '28-consent');
  await tap(page, '装好了');
  await reads(card, '装上了，等测试');
  const device = { id, key, label, seq: 0 };
  for (const kind of ['OPENED', 'CLOSED'] as const) await push(system.address, device, kind, undefined, system.now());
  await checks.check('opening and closing were heard', await reads(card, /开门 ✓，关门 ✓/, 60_000));
  await picture(page, '29-heard');
  await tap(card, '测通了，绑定');
  await checks.check('bound to the door', await reads(card, /绑定了|正常/));
  return device;
}

/** The door opens and nobody had said so: an alert, a call, and two taps say why. Never a breach by itself. */
export async function doorOpens(stage: Stage, page: Page, device: SimulatedDevice, door: string): Promise<void> {
  const { checks, system } = stage;
  await openScreen(page, system.address, '/packages/grid/door-alerts/index');
  const alert = cardOf(page, '.card', door);
  const isTaken = async () => (await push(system.address, device, 'OPENED', undefined, system.now())).status === 200;
  await checks.check('the sensor is heard', await holdsSoon(isTaken));
  await checks.check('the grid sees which door stands open', await reads(alert, '门还开着', 60_000));
  await fits(checks, page, 'a door that nobody explained');
  await picture(page, '60-alert');
  await push(system.address, device, 'CLOSED', undefined, system.now());
  await tap(alert, '电话打过了');
  await tap(alert, '弄清楚了，结案');
  await fits(checks, page, 'why a door stood open');
  await tap(page, '取东西');
  await checks.check('and it is explained', await reads(page, '门都好好的'));
}

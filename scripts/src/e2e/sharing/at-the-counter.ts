import { revealRegister } from '@grid-relief/shared-types/deliveries/register.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { Page } from 'playwright-core';
import { asking, fits, gridWorker, neighbour, type Stage, stored } from '../people';
import { holdsSoon } from '../persistently';
import { allWords, openScreen, picture, reads, readsNoMore, tap, tapPart, tapTwice } from '../screen';
import { asksFor, onlyForOneDay, type Wish } from './asking-for';
import { finds, type InHand, paysForTwoBags } from './carrying';

/** Of the patient's document; invented, and the last sign of it cannot be. */
const idNumber = '14112219580307000A';
const registered = [/对乙酰氨基酚/, /氨氯地平/];

const answer = (page: Page, words: string) =>
  tapPart(page.getByRole('radio', { name: words, exact: true }).filter({ visible: true }).first());

/** Against fever, for somebody who has none, and blood-pressure tablets for which a card goes along. */
const medicine: Wish = {
  tile: '买药',
  shop: '天宁康宁药房',
  goods: [{ name: /^加一个苯磺酸氨氯地平片/ }, { aisle: '四类药', name: /^加一个对乙酰氨基酚片/ }],
  async wishes(page) {
    await onlyForOneDay(page);
    await answer(page, '没有');
    await answer(page, '要带卡');
    await page.getByLabel('证件号码', { exact: false }).filter({ visible: true }).first().fill(idNumber);
    await page.getByLabel('电话', { exact: true }).filter({ visible: true }).first().fill(neighbour);
  },
};

/** Asked for with whom it is for: the pharmacy writes that down, nobody else reads it. */
export async function asksForMedicine(stage: Stage, home: Page): Promise<void> {
  const { checks } = stage;
  const look: Wish = {
    ...medicine,
    async wishes(page) {
      await medicine.wishes?.(page);
      await picture(page, 'sharing-40-patient');
      await fits(checks, page, 'whom the pharmacy registers');
    },
  };
  await checks.check('the medicine is asked for', await asksFor(home, look));
  await checks.check('the family reads that the register is filled in', await reads(home, '登记信息填好了'));
  await checks.check('what it says is shown no more', !(await allWords(home)).includes(idNumber));
}

/** At the door before the pharmacy: the card goes along, and its owner sees in whose hands it is. */
export async function takesCard({ checks }: Stage, carrier: Page, home: Page): Promise<void> {
  await tap(carrier, '我来');
  await checks.check('the card is fetched first', await reads(carrier, '先到门口拿卡'));
  await picture(carrier, 'sharing-41-fetch-card');
  await fits(checks, carrier, 'fetching a card');
  await tapTwice(carrier, '拿到医保卡了');
  await checks.check('it is in these hands', await reads(carrier, '医保卡在您手里', 60_000));
  await checks.check('nothing else was ticked by a second tap', await reads(carrier, '拿到就诊卡了'));
  await checks.check('the family reads in whose hands its card is', await reads(home, /医保卡在.+手里/, 60_000));
  await picture(home, 'sharing-42-card-out');
  await fits(checks, home, 'a card in custody');
}

/** The register behind a closed eye, opened at the counter alone; nothing is paid before it is ticked. */
export async function registersAtCounter(stage: Stage, carrier: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  await tap(carrier, '到店了，开始买');
  await finds(carrier, registered);
  await checks.check('nothing is paid before it is registered', await reads(carrier, '四类药还没登记，先请药店登记'));
  await checks.check('the register is closed', !(await allWords(carrier)).includes(idNumber));
  await picture(carrier, 'sharing-43-counter');
  await fits(checks, carrier, 'at the counter of a pharmacy');
  await tap(carrier, '打开登记信息');
  await checks.check('opened, it can be read across the counter', await reads(carrier, idNumber));
  await checks.check('and the look is written down', await reads(carrier, '已记下您看过'));
  await picture(carrier, 'sharing-44-register');
  await fits(checks, carrier, 'an open register');
  await checks.check('the grid worker may not open it', await isRegisterShut(stage, gridWorker, id));
  await tap(carrier, '收起');
  await checks.check('closed again', await readsNoMore(carrier, idNumber));
  await tap(carrier, '已登记');
  await checks.check('registered, it may be paid', await reads(carrier, '药店登记过了，可以付钱', 60_000));
  await paysForTwoBags(carrier);
  const isForgotten = async () => (await stored(stage, id, home)).register?.registeredAt !== undefined;
  await checks.check('the family reads that it was registered', await holdsSoon(isForgotten));
}

async function isRegisterShut(stage: Stage, phone: string, id: string): Promise<boolean> {
  const person = await asking(stage, phone);
  return holdsSoon(async () => {
    const body = { opId: person.newOpId(), why: 'PHARMACY_REGISTER' as const };
    const tried = await person.call(revealRegister, { params: { id: RecordId.parse(id) }, body });
    return !tried.ok && (tried.status === 403 || tried.status === 404);
  });
}

/** Whoever looked stands in the list that the family has of that. */
export async function familyReadsLooks(stage: Stage, home: Page): Promise<void> {
  const { checks, system } = stage;
  const { me } = await asking(stage, neighbour);
  const own = me.households[0]?.household ?? '';
  await openScreen(home, system.address, `/pages/looks/index?id=${own}`);
  await checks.check('the family reads who opened the register, and why', await reads(home, /在药店登记四类药/));
  await picture(home, 'sharing-45-looks');
  await fits(checks, home, 'who looked');
}

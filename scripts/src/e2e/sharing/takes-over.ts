import { myLedger } from '@grid-relief/shared-types/deliveries/ledger.contract';
import type { Page } from 'playwright-core';
import { asking, fits, type Stage, stored, timesDone, told } from '../people';
import { holdsSoon } from '../persistently';
import { cardOf, openScreen, picture, reads, tap, tapTwice } from '../screen';
import { counts, type InHand, putsDown } from './carrying';

/** Who gives the bags and who takes them, each with a phone. */
export interface TwoCarriers {
  readonly first: Page;
  readonly second: Page;
  readonly secondPhone: string;
}

/** The second tick: whoever takes them counts without being told, and has the door from then on. */
export async function takesOver(
  stage: Stage,
  { first, second, secondPhone }: TwoCarriers,
  { id, home }: InHand,
  bags: number,
): Promise<void> {
  const { checks } = stage;
  const before = await stored(stage, id, secondPhone);
  await checks.check(
    'who may come for them is told neither the door nor the count',
    before.household === undefined && before.bags === undefined && before.handover === undefined,
  );
  await checks.check('bags that wait for somebody are in the pool', await reads(second, '有人送不了了', 60_000));
  await picture(second, 'sharing-05-pool');
  await fits(checks, second, 'bags in the pool');
  await tap(cardOf(second, '.card', '有人送不了了'), '去接手');
  await checks.check('both count: it says so', await reads(second, '两个人各数一遍'));
  await checks.check('nothing is taken without a count', await reads(second, '先数一数有几袋'));
  await counts(second, bags);
  await picture(second, 'sharing-06-count');
  await fits(checks, second, 'counting bags to take over');
  await tapTwice(second, `我接手，${bags} 袋`);
  await checks.check('taken, and the door is there', await reads(second, '送到这里', 60_000));
  const { state, timeline } = await stored(stage, id, home);
  const taken = timeline.filter(({ action }) => action === 'takeOver').length;
  await checks.check('a double tap took them once and put nothing down', taken === 1 && state === 'IN_TRANSIT');
  await picture(second, 'sharing-07-taken');
  await fits(checks, second, 'bags that were taken over');
  await checks.check('whoever gave them reads that somebody has them', await reads(first, '有人接过去了', 60_000));
  await picture(first, 'sharing-08-passed-on');
  await fits(checks, first, 'bags that were passed on');
}

/** To the door, and the household has it. */
export async function bringsToDoor(stage: Stage, second: Page, family: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  await checks.check('put down at the door', await putsDown(second));
  await checks.check('the family reads it', await reads(family, '放在门口了', 60_000));
  await tapTwice(family, '收到了');
  await checks.check('and has it', await reads(family, '我付过了'));
  await checks.check('once', await holdsSoon(async () => (await timesDone(stage, id, 'confirm', home)) === 1));
}

/** What stands in this carrier's ledger about these bags. */
async function rowsOf(stage: Stage, phone: string, code: string) {
  const person = await asking(stage, phone);
  const { items } = await told(() => person.call(myLedger, { query: { limit: 100 } }));
  return items.filter((row) => row.code === code);
}

/** What this carrier advanced for these bags and has not got back. Fen. */
async function owedTo(stage: Stage, phone: string, code: string): Promise<number> {
  return (await rowsOf(stage, phone, code))
    .filter(({ kind, settledAt }) => kind === 'ADVANCED' && settledAt === undefined)
    .reduce((sum, { amountFen, openFen = amountFen }) => sum + openFen, 0);
}

/** Everybody who has to do with the money of these bags. */
export interface Payers {
  readonly first: Page;
  readonly firstPhone: string;
  readonly second: Page;
  readonly secondPhone: string;
  readonly family: Page;
  readonly cashier: Page;
}

/** The household pays whoever came to the door; whoever paid in the shop is repaid by the cashier, and by nobody twice. */
export async function moneyGoesBack(stage: Stage, payers: Payers, { id, home }: InHand): Promise<void> {
  const { checks, system } = stage;
  const { first, firstPhone, second, secondPhone, family, cashier } = payers;
  const { code } = await stored(stage, id, home);
  await tap(family, '我付过了');
  await checks.check('who brought it is told that it is paid', await reads(second, '住户说已经付了', 60_000));
  await tap(second, '钱收到了');
  await checks.check('the family reads that it is settled', await reads(family, /钱结清了|办完了/, 60_000));
  const [ofFirst, ofSecond] = [await owedTo(stage, firstPhone, code), await owedTo(stage, secondPhone, code)];
  await checks.check('what was advanced is owed to whoever paid, and to nobody else', ofFirst > 0 && ofSecond === 0);
  await openScreen(first, system.address, '/packages/volunteer/ledger/index');
  await checks.check('who fell ill reads what is still owed', await reads(first, '还没还您'));
  await openScreen(cashier, system.address, '/packages/command/owed/index');
  const row = cardOf(cashier, '.card', code);
  await checks.check('the cashier has it in the list', await reads(row, '替住户垫的', 60_000));
  await picture(cashier, 'sharing-09-owed');
  await tapTwice(row, /^已还给/);
  const isClear = async () => (await owedTo(stage, firstPhone, code)) === 0;
  await checks.check('repaid', await holdsSoon(isClear));
  const repaid = (await rowsOf(stage, firstPhone, code)).filter(({ kind }) => kind === 'REPAID');
  await checks.check('by two taps, once', repaid.length === 1);
  await checks.check('and the second was no refusal', !(await reads(cashier, '这一步没办成', 1_000)));
  const isClosed = async () => (await stored(stage, id, home)).state === 'CLOSED';
  await checks.check('and nobody owes anybody anything', await holdsSoon(isClosed));
}

import { pills, vitamin } from './medicine-lines';
import { aCarrier, aDraft, aHome, does, receipt, settle, shop, somebody, submit } from './scene';

/** For whom it is, as the pharmacy writes it down. */
export const patient = { name: '登记甲乙', idNumber: '14112219500101001X', phone: '13811110000' };
/** The carrier's own identity card was shown as well. */
export const tick = { ownIdShown: true };
/** The receipt of these lines. */
export const bought = (...lines: string[]) => receipt({ lines: lines.map((line) => ({ line, outcome: 'FOUND' })) });

/** Four-class medicine and a vitamin, asked for without symptoms. */
export async function asked(more: object = {}, place?: string) {
  const home = await aHome(place);
  const medicine = { kind: 'MEDICINE', shop: shop(), lines: [pills, vitamin], symptoms: false };
  const draft = aDraft(home.household, { ...medicine, ...more });
  expect(await submit(home.resident, draft)).toMatchObject({ status: 200 });
  await settle();
  return { ...home, id: draft.id };
}

/** Somebody who stands at the pharmacy's counter with it. */
export async function atCounter(more: object = { patient }, place?: string) {
  const home = await asked(more, place);
  const carrier = await aCarrier(home.place);
  await does(await somebody('GRID_LEADER', home.place), home.id, 'assign', { to: carrier.id });
  await does(carrier, home.id, 'start-shopping');
  return { ...home, carrier };
}

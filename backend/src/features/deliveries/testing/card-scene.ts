import { vitamin } from './medicine-lines';
import { aCarrier, aDraft, aHome, does, receipt, settle, shop, somebody, submit, told } from './scene';

/** What a carrier is given to show in the pharmacy. */
export const card = { items: ['MEDICAL_CARD', 'CLINIC_CARD'] };
/** The receipt of the one box. */
export const bought = () => receipt({ lines: [{ line: 'vita', outcome: 'FOUND' }] });

/** Medicine that is prescribed again, in somebody's hands. */
export async function taken(more: object = {}) {
  const home = await aHome();
  const medicine = { kind: 'MEDICINE', shop: shop(), lines: [vitamin], payMode: 'FREE', repeatPrescription: true };
  const draft = aDraft(home.household, { ...medicine, ...more });
  expect(await submit(home.resident, draft)).toMatchObject({ status: 200 });
  await settle();
  const [carrier, leader] = [await aCarrier(home.place), await somebody('GRID_LEADER', home.place)];
  await does(leader, draft.id, 'assign', { to: carrier.id });
  return { ...home, id: draft.id, carrier, leader };
}

/** Who has been told what about the card, in order. */
export const cardLines = (id: string) => told(id).filter((line) => line.includes('CARD_'));

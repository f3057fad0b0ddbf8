/** A box of four-class medicine: a pharmacy registers for whom it is. */
export const pills = {
  line: 'pills',
  sku: 'fever',
  name: '退烧药',
  unit: '盒',
  quantity: 1,
  substitution: { rule: 'NEVER' },
};
/** A box of what everybody may buy. */
export const vitamin = { ...pills, line: 'vita', sku: 'vitamin', name: '维生素' };

import { placeOf } from './place';

test.each([
  ['as far as it is known', ['甘肃省', ' 兰州市 ', '', ''], ['甘肃省', '兰州市'], undefined],
  ['a gap is named, and what stands below it is kept', ['甘肃省', '', '城关区', ''], ['甘肃省', '', '城关区'], 'city'],
  ['two gaps: the wider one first', ['甘肃省', '', '', '雁滩街道'], ['甘肃省', '', '', '雁滩街道'], 'city'],
  ['without the widest part', ['', '兰州市', '', ''], ['', '兰州市'], 'province'],
  ['nothing at all', ['', '', '', ''], [''], 'province'],
  ['a municipality is written once', ['上海市', '', '浦东新区', ''], ['上海市', '上海市', '浦东新区'], undefined],
  ['a municipality alone', ['上海市', '', '', ''], ['上海市'], undefined],
] as const)('%s', (_, parts, place, missing) => {
  expect(placeOf(parts)).toEqual({ place, missing });
});

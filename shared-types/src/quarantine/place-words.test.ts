import { placeWords } from './place-words';

test.each([
  [['上海市', '上海市', '浦东新区', '北蔡镇'], ' ', '上海市 浦东新区 北蔡镇'],
  [['山西省', '吕梁市', '交城县'], '', '山西省吕梁市交城县'],
  [[], ' ', ''],
])('%j is said once each', (place, between, words) => {
  expect(placeWords(place, between)).toBe(words);
});

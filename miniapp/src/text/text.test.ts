import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fillIn, readerOf } from './define';
import { uiText } from './ui';

type AnyBundle = { readonly zh: Record<string, string>; readonly en: Record<string, string> };

function isBundle(value: unknown): value is AnyBundle {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

const files = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const bundles = files.flatMap((file) =>
  Object.entries(jest.requireActual<Record<string, unknown>>(path.join(__dirname, file))).flatMap(([name, value]) =>
    isBundle(value) ? [{ name: `${file}: ${name}`, bundle: value }] : [],
  ),
);

const placesOf = (sentence: string | undefined) => [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe.each(bundles)('$name', ({ bundle }) => {
  test('every sentence exists in both languages and none is empty', () => {
    expect(Object.keys(bundle.en).sort()).toEqual(Object.keys(bundle.zh).sort());
    for (const sentence of [...Object.values(bundle.zh), ...Object.values(bundle.en)])
      expect(sentence.trim()).not.toBe('');
  });

  test('both languages fill the same places', () => {
    for (const [key, sentence] of Object.entries(bundle.zh))
      expect(placesOf(bundle.en[key])).toEqual(placesOf(sentence));
  });
});

test('when values are given, they stand in their places', () => {
  expect(readerOf(uiText, 'en')('step', { current: 2, total: 5, name: 'Shopping' })).toBe('Step 2 of 5: Shopping');
  expect(readerOf(uiText, 'zh')('back')).toBe('返回');
});

test('when one is counted, English says so in the singular', () => {
  const sentence = '{count} {count|bag|bags}';
  expect([0, 1, 2].map((count) => fillIn(sentence, { count }))).toEqual(['0 bags', '1 bag', '2 bags']);
});

test('when a value is missing, the place stays visible', () => {
  expect(fillIn('{count} 条', {})).toBe('{count} 条');
});

test('a missing key, a missing value and an unknown key do not compile', () => {
  const t = readerOf(uiText, 'zh');
  // @ts-expect-error the sentence has places to fill
  expect(t('unsent')).toContain('{count}');
  // @ts-expect-error no such sentence
  expect(() => t('nowhere')).toThrow();
});

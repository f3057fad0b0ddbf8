import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(__dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

function importersOf(pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(path.join(source, file), 'utf8')));
}

const outsidePlatform = (file: string) => !file.startsWith('platform/');

test('only platform/ imports Taro', () => {
  expect(importersOf(/from '@tarojs\/(?!components')/).filter(outsidePlatform)).toEqual([]);
});

test('only platform/ names the native parts, and only ui/ takes them from there', () => {
  expect(importersOf(/from '@tarojs\/components'/).filter(outsidePlatform)).toEqual([]);
  const takers = importersOf(/from '@\/platform\/host'/).filter(outsidePlatform);
  expect(takers.filter((file) => !file.startsWith('ui/'))).toEqual([]);
});

test('only platform/ and the page list ask which target they are on', () => {
  const askers = importersOf(/TARO_ENV|platform\/target'/).filter(outsidePlatform);
  expect(askers).toEqual(['app.config.ts']);
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { type NoticeCode, noticeCodes } from '@grid-relief/shared-types/notices/notice-codes';
import { readerOf } from '@/text';
import { audienceOf, noticesText, noticeWords } from '@/text/notices';
import { pageOfNotice } from './notice-page';

// the ids of a contract are branded; a sentence is enough to see where a notice leads
const record = '141122-d10000000000000000000000000' as Parameters<typeof pageOfNotice>[0]['record'];

const codes = Object.keys(noticeCodes) as NoticeCode[];
const addressed = codes.flatMap((code) => noticeCodes[code].map((audience) => ({ code, audience })));

test.each(addressed)('$code for $audience has a title in both languages', (notice) => {
  for (const language of ['zh', 'en'] as const) {
    const t = readerOf(noticesText, language);
    expect(noticeWords(t, notice)).not.toBe(t('w-other'));
  }
});

test.each(addressed)('$code for $audience leads to a page there is', (notice) => {
  const { page } = pageOfNotice({ ...notice, record });
  expect(existsSync(path.join(__dirname, '../..', `${page}.tsx`))).toBe(true);
});

test('words and pages differ by whom the same code addresses', () => {
  const t = readerOf(noticesText, 'zh');
  expect(noticeWords(t, { code: 'CANCELLED', audience: 'CARRIER' })).toBe('这一单取消了，不用送了');
  expect(noticeWords(t, { code: 'CANCELLED', audience: 'HOUSEHOLD' })).toBe('这一单取消了');
  expect(pageOfNotice({ code: 'RETURNED', audience: 'GRID', record }).page).toBe('/packages/grid/delivery/index');
  expect(pageOfNotice({ code: 'RETURNED', audience: 'HOUSEHOLD', record })).toEqual({
    page: '/pages/delivery/index',
    params: { id: record },
  });
});

test('an offer leads to where it is answered, whatever it is about', () => {
  expect(pageOfNotice({ code: 'OFFER', record })).toEqual({ page: '/packages/volunteer/home/index', params: {} });
});

test('bags at the edge of a sealed zone lead to their handover; other bags to their request', () => {
  const values = { code: 'A07', point: '东门货架' };
  const leg = { page: '/packages/volunteer/leg/index', params: { id: record } };
  expect(pageOfNotice({ code: 'HANDOVER_FOR_YOU', audience: 'CARRIER', record, values })).toEqual(leg);
  expect(pageOfNotice({ code: 'COUNT_DIFFERS', audience: 'GRID', record, values }).page).toBe(
    '/packages/grid/legs/index',
  );
  const plain = { code: 'HANDOVER_FOR_YOU', audience: 'CARRIER', record, values: { code: 'A07' } } as const;
  expect(pageOfNotice(plain).page).toBe('/packages/volunteer/delivery/index');
});

test('a change of policy leads a head of the county to where it is approved', () => {
  const page = '/packages/command/policy-change/index';
  expect(pageOfNotice({ code: 'POLICY_TO_APPROVE', audience: 'GRID', record })).toEqual({
    page,
    params: { id: record },
  });
});

test('no words stand there for a code that nobody sends', () => {
  const named = Object.keys(noticesText.zh).filter((key) => key.startsWith('w-') && key !== 'w-other');
  const known = addressed.flatMap(({ code, audience }) => [`w-${code}`, `w-${code}-${audience}`]);
  expect(named.filter((key) => !known.includes(key))).toEqual([]);
});

test('a code of a newer server is told as something new, and addresses the household', () => {
  const notice = { code: 'SOMETHING_NEWER' };
  expect(noticeWords(readerOf(noticesText, 'zh'), notice)).toBe('有了新进展');
  expect(audienceOf(notice)).toBe('HOUSEHOLD');
});

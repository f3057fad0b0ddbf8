import { type NoticeCode, noticeCodes } from '@grid-relief/shared-types/notices/notice-codes';
import { readerOf } from '@/text';
import { noticesText, noticeWords } from '@/text/notices';
import { audienceOf } from './notice-page';

const codes = Object.keys(noticeCodes) as NoticeCode[];
const addressed = codes.flatMap((code) => noticeCodes[code].map((audience) => ({ code, audience })));

test.each(addressed)('$code for $audience has a title in both languages', (notice) => {
  for (const language of ['zh', 'en'] as const) {
    const t = readerOf(noticesText, language);
    expect(noticeWords(t, notice)).not.toBe(t('w-other'));
  }
});

test('words differ by whom the same code addresses', () => {
  const t = readerOf(noticesText, 'zh');
  expect(noticeWords(t, { code: 'CANCELLED', audience: 'CARRIER' })).toBe('这一单取消了，不用送了');
  expect(noticeWords(t, { code: 'CANCELLED', audience: 'HOUSEHOLD' })).toBe('这一单取消了');
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

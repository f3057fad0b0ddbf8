import { NoticeAudience as audiences, type NoticeAudience, type NoticeCode, noticeCodes } from './notice-codes';
import { isPrompt } from './prompts';

const codes = Object.keys(noticeCodes) as NoticeCode[];
const asking = codes.flatMap((code) =>
  audiences.options.filter((audience) => isPrompt(code, audience)).map((audience) => [code, audience] as const),
);

test.each(asking)('%s is something that %s is told at all', (code, audience) => {
  const told: readonly NoticeAudience[] = noticeCodes[code];
  expect(told).toContain(audience);
});

test.each([
  ['REPORT_MISSING', 'HOUSEHOLD', true],
  ['QUARANTINE_BEGAN', 'HOUSEHOLD', false],
  ['NOT_ENSURED', 'HOUSEHOLD', false],
  ['OFFER', 'CARRIER', false],
  ['HOME_EVENT_NEW', 'GRID', false],
  ['SOMETHING_NEWER', 'HOUSEHOLD', false],
] as const)('%s asks %s for something: %s', (code, audience, asks) => {
  expect(isPrompt(code, audience)).toBe(asks);
});

import { inspect } from './check-house-rules';

const rulesOf = (file: string, text: string) => inspect(file, text).map((finding) => finding.rule);

test('when a file is short and plain, nothing is found', () => {
  expect(rulesOf('backend/src/a.rules.ts', 'export const one = 1;\n')).toEqual([]);
});

const faulty: [string, string, string, RegExp][] = [
  ['a file too long', 'backend/src/a.ts', 'x\n'.repeat(260), /over 250 lines/],
  ['a table of words too long', 'miniapp/src/text/a.ts', 'x\n'.repeat(260), /over 250 lines/],
  ['an empty name', 'backend/src/date-utils.ts', '', /says nothing/],
  ['a left-over', 'backend/src/a.ts', `// ${'TO'}DO later`, /left-over/],
  ['a skipped test', 'backend/src/a.test.ts', `test.${'skip'}("x", () => {})`, /skipped/],
  [
    'a name taken from zod',
    'miniapp/src/a.ts',
    `import { ${'z'} } from '@grid-relief/shared-types/zod';`,
    /all of zod/,
  ],
  ['a regex on scope', 'backend/src/a.ts', 'find({ scope: /^1411/ })', /scope equality/],
];
test.each(faulty)('when there is %s, it is named', (_, file, text, rule) => {
  expect(rulesOf(file, text).join()).toMatch(rule);
});

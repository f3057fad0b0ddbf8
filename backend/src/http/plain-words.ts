import type * as z from '@grid-relief/shared-types/zod';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

type Words = Readonly<Record<Language, string>>;
type Issue = z.core.$ZodIssue;

/** Rules that a schema names itself: the word it gives as its message. */
const named: Readonly<Record<string, Words>> = {
  phone: { 'zh-CN': '手机号要 11 位数字', en: 'a mobile number has 11 digits' },
  code6: { 'zh-CN': '验证码是 6 位数字', en: 'the code has 6 digits' },
  invitation: { 'zh-CN': '邀请码是 10 位小写字母或数字', en: 'an invitation has 10 small letters or digits' },
  id: { 'zh-CN': '编号的格式不对', en: 'this is not an id of ours' },
  area: { 'zh-CN': '区域编号的格式不对', en: 'this is not an area id' },
  instant: {
    'zh-CN': '时间要写成 2022-04-18T01:30:00Z 这样',
    en: 'write the time like 2022-04-18T01:30:00Z (UTC)',
  },
  integer: { 'zh-CN': '这里要填整数', en: 'this must be a whole number' },
  day: { 'zh-CN': '日期要写成 2022-04-18 这样', en: 'write the day like 2022-04-18' },
  code: { 'zh-CN': '原因代码要用大写字母和下划线', en: 'a reason code has capital letters and underscores' },
};

const missing: Words = { 'zh-CN': '这一项要填', en: 'this is required' };
const unknownField: Words = { 'zh-CN': '没有这一项', en: 'there is no such field' };
const notRight: Words = { 'zh-CN': '这一项不对', en: 'this is not right' };

const typeNames: Readonly<Record<string, Words>> = {
  string: { 'zh-CN': '这里要填文字', en: 'this must be text' },
  number: { 'zh-CN': '这里要填数字', en: 'this must be a number' },
  int: { 'zh-CN': '这里要填整数', en: 'this must be a whole number' },
  boolean: { 'zh-CN': '这里只能填是或否', en: 'this must be true or false' },
  array: { 'zh-CN': '这里要填一个列表', en: 'this must be a list' },
  object: { 'zh-CN': '这里要填一组内容', en: 'this must be an object' },
};

/** The language a person asked for: English when it comes first, otherwise Chinese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh-CN';
}

/** One finding in plain words. Never repeats what was sent: it may be somebody's phone number. */
export function wordsFor(issue: Issue, language: Language): string {
  const own = named[issue.message];
  if (own) return own[language];
  if (issue.input === undefined && issue.code !== 'custom') return missing[language];
  return byCode(issue)[language];
}

export function wordsForUnknownField(language: Language): string {
  return unknownField[language];
}

function byCode(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? notRight;
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'least');
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'most');
    case 'invalid_value':
      return choice(issue.values);
    default:
      return notRight;
  }
}

const edges = { least: { 'zh-CN': '至少', en: 'at least' }, most: { 'zh-CN': '最多', en: 'at most' } };

function bound(origin: string, limit: number, edge: keyof typeof edges): Words {
  const { 'zh-CN': zh, en } = edges[edge];
  if (origin === 'string') return { 'zh-CN': `${zh} ${limit} 个字`, en: `${en} ${limit} characters` };
  if (origin === 'array') return { 'zh-CN': `${zh} ${limit} 项`, en: `${en} ${limit} entries` };
  return { 'zh-CN': `${zh}是 ${limit}`, en: `${en} ${limit}` };
}

/** Long lists of values are no help to a person and are in the API description. */
const namesAtMost = 12;

function choice(values: readonly unknown[]): Words {
  if (values.length > namesAtMost) return notRight;
  const list = values.map(String).join(', ');
  return { 'zh-CN': `只能是：${list}`, en: `one of: ${list}` };
}

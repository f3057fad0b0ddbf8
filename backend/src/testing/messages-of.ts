import type { TestAppOptions } from './test-app';

/** A county that has templates of messages for these codes, at a WeChat that nobody reaches. */
export function messagesOf(...codes: readonly string[]): Pick<TestAppOptions, 'wechatUrl' | 'wechatTemplates'> {
  const templates = codes.map((code) => [code, { id: `tpl.${code}`, fields: {} }] as const);
  return { wechatUrl: 'http://127.0.0.1:1', wechatTemplates: Object.fromEntries(templates) };
}

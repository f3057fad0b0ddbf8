import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** One acceptance is one message the server may send. */
export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter';

/**
 * Asks for one-time messages; must be called straight from a tap. Answers by template id, empty in a browser and
 * when WeChat's main switch is off: a message is never the only channel.
 */
export async function askToNotify(templateIds: readonly string[]): Promise<Readonly<Record<string, SubscribeAnswer>>> {
  if (isH5 || templateIds.length === 0) return {};
  try {
    const answers: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })),
    };
    const known = templateIds.flatMap((id) => (isAnswer(answers[id]) ? [[id, answers[id]] as const] : []));
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

function isAnswer(value: unknown): value is SubscribeAnswer {
  return value === 'accept' || value === 'reject' || value === 'ban' || value === 'filter';
}

import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** WeChat's single-use sign-in code; undefined in a browser, where people sign in with a phone or an invitation. */
export async function wechatLoginCode(): Promise<string | undefined> {
  if (isH5) return undefined;
  try {
    return (await Taro.login()).code || undefined;
  } catch {
    return undefined;
  }
}

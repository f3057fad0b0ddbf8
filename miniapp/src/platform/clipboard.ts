import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** Copies text; false when the device refused. WeChat confirms by itself, a browser does not. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (isH5) await navigator.clipboard.writeText(text);
    else await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}

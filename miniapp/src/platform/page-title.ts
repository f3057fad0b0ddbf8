import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** The page title shown by the browser tab or by WeChat's recent list. */
export function setPageTitle(title: string): void {
  if (isH5) document.title = title;
  else void Taro.setNavigationBarTitle({ title });
}

import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** Space that WeChat's status bar and capsule button take from our own title bar, in CSS px. Zero in a browser. */
export function titleBarInsets(): { readonly top: number; readonly right: number } {
  if (isH5) return { top: 0, right: 0 };
  try {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
    const capsule = Taro.getMenuButtonBoundingClientRect();
    return { top: statusBarHeight, right: windowWidth - capsule.left };
  } catch {
    return { top: 20, right: 96 };
  }
}

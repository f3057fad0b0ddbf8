import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { isH5 } from './target';

/** Calls back when the whole program comes to the front (true) or leaves it (false); returns the way to stop. */
export function onAppVisible(listener: (isVisible: boolean) => void): () => void {
  if (isH5) {
    const tell = () => listener(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }
  const shown = () => listener(true);
  const hidden = () => listener(false);
  Taro.onAppShow(shown);
  Taro.onAppHide(hidden);
  return () => {
    Taro.offAppShow(shown);
    Taro.offAppHide(hidden);
  };
}

/** Runs each time this page comes to the front, the first time included: the place to refresh. */
export function usePageShow(run: () => void): void {
  useDidShow(run);
}

/** Runs each time this page is covered or left. */
export function usePageHide(run: () => void): void {
  useDidHide(run);
}

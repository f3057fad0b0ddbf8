import Taro from '@tarojs/taro';
import { isH5 } from './target';

const toastMs = 2500;

/** A short word at the bottom that goes by itself. Never the only place where a failure is told. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: toastMs });
}

/** A short buzz: a scan was read, an offer arrived. Silent where the device cannot. */
export function vibrate(): void {
  if (isH5) navigator.vibrate?.(40);
  else void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined);
}

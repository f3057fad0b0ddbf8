import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** Plays a voice note once, from an address on this device or of the server. */
export function playVoice(address: string): void {
  if (isH5) {
    void new Audio(address).play().catch(() => undefined);
    return;
  }
  const player = Taro.createInnerAudioContext();
  player.src = address;
  player.onEnded(() => player.destroy());
  player.play();
}

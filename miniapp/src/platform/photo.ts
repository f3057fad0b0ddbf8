import Taro from '@tarojs/taro';
import type { LocalFile } from './local-file';
import { pickBrowserFile } from './pick-browser-file';
import { isH5 } from './target';

/**
 * Takes or chooses one photo; undefined when the person turned back or the camera was refused.
 * WeChat shrinks it before it reaches us.
 */
export async function takePhoto(from: 'camera' | 'either' = 'either'): Promise<LocalFile | undefined> {
  if (isH5) return pickBrowserFile('image/*', from === 'camera');
  try {
    const chosen = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: from === 'camera' ? ['camera'] : ['camera', 'album'],
    });
    const photo = chosen.tempFiles[0];
    return photo === undefined ? undefined : { path: photo.tempFilePath, bytes: photo.size, type: 'image/jpeg' };
  } catch {
    return undefined;
  }
}

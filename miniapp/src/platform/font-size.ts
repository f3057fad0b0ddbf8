import Taro from '@tarojs/taro';
import { isH5 } from './target';

const ordinaryBrowserPx = 16;
const ordinaryWechatPx = 17;

/** The browser's own text size: what "medium" measures, whatever the page set. */
function browserMediumPx(): number {
  const probe = document.createElement('span');
  probe.style.font = 'medium sans-serif';
  probe.style.position = 'absolute';
  document.body.append(probe);
  const px = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return px;
}

/** How much larger than ordinary the person set text, in WeChat or in the browser: 1 is ordinary. */
export function fontScale(): number {
  try {
    if (isH5) return browserMediumPx() / ordinaryBrowserPx || 1;
    // newer base libraries answer this; Taro's types do not name it yet
    const { fontSizeSetting }: Readonly<Record<string, unknown>> = { ...Taro.getAppBaseInfo() };
    return typeof fontSizeSetting === 'number' ? fontSizeSetting / ordinaryWechatPx : 1;
  } catch {
    return 1;
  }
}

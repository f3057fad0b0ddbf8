import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** Opens the telephone with the number filled in. The person still presses "call". */
export async function callPhone(phone: string): Promise<void> {
  if (isH5) {
    window.location.href = `tel:${phone}`;
    return;
  }
  // turning back from the call sheet is reported as a failure; it is none
  await Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
}

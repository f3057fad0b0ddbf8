import Taro from '@tarojs/taro';
import { isH5 } from './target';

export type ScanResult =
  | { readonly kind: 'scanned'; readonly text: string }
  | { readonly kind: 'cancelled' | 'unavailable' };

/** Whether a camera scan exists here; where it does not, the screen shows its typed entry first. */
export const canScan = !isH5;

/** Scans one code. A wxacode answers with its page path, any other with its text. Typing must always be possible beside it. */
export async function scanCode(): Promise<ScanResult> {
  if (!canScan) return { kind: 'unavailable' };
  try {
    const scanned = await Taro.scanCode({ onlyFromCamera: false });
    return { kind: 'scanned', text: scanned.path || scanned.result };
  } catch (error) {
    const message = String((error as { errMsg?: unknown })?.errMsg ?? '');
    return { kind: message.includes('cancel') ? 'cancelled' : 'unavailable' };
  }
}

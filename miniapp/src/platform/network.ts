import Taro from '@tarojs/taro';
import { isH5 } from './target';

type Listener = (isOnline: boolean) => void;

/** Whether the device believes it has a network. It may be wrong both ways; a sent request is the only proof. */
export async function isOnline(): Promise<boolean> {
  if (isH5) return navigator.onLine;
  try {
    const { networkType } = await Taro.getNetworkType();
    return networkType !== 'none';
  } catch {
    return true;
  }
}

/** Calls back on every change of the network; returns the way to stop. */
export function onNetworkChange(listener: Listener): () => void {
  if (isH5) {
    const tell = () => listener(navigator.onLine);
    window.addEventListener('online', tell);
    window.addEventListener('offline', tell);
    return () => {
      window.removeEventListener('online', tell);
      window.removeEventListener('offline', tell);
    };
  }
  const tell = ({ isConnected }: { isConnected: boolean }) => listener(isConnected);
  Taro.onNetworkStatusChange(tell);
  return () => Taro.offNetworkStatusChange(tell);
}

import Taro from '@tarojs/taro';
import { isH5 } from './target';

export type SocketHandlers = {
  readonly onOpen: () => void;
  readonly onMessage: (text: string) => void;
  /** The line is gone, for whatever reason; reconnecting is the caller's decision. */
  readonly onClose: () => void;
};

export type Socket = { readonly send: (text: string) => void; readonly close: () => void };

/** In a browser a path is enough; it becomes the page's own host with the matching scheme. */
function socketAddress(url: string): string {
  if (!url.startsWith('/')) return url.replace(/^http/, 'ws');
  return `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}${url}`;
}

function openInBrowser(url: string, { onOpen, onMessage, onClose }: SocketHandlers): Socket {
  const socket = new WebSocket(socketAddress(url));
  socket.onopen = onOpen;
  socket.onmessage = ({ data }) => onMessage(String(data));
  socket.onclose = onClose;
  return { send: (text) => socket.send(text), close: () => socket.close() };
}

/** Opens a live line. The token travels in the first message, never in the address. */
export async function openSocket(url: string, handlers: SocketHandlers): Promise<Socket> {
  if (isH5) return openInBrowser(url, handlers);
  const task = await Taro.connectSocket({ url: socketAddress(url) });
  task.onOpen(handlers.onOpen);
  task.onMessage(({ data }) => handlers.onMessage(String(data)));
  task.onClose(handlers.onClose);
  task.onError(() => task.close({}));
  return { send: (data) => task.send({ data }), close: () => task.close({}) };
}

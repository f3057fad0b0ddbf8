import Taro from '@tarojs/taro';
import { keepBlob, keptBlob, removeBlobs } from './kept-blob';
import { fileFromBlob, type LocalFile } from './local-file';
import type { HttpReply } from './request';
import { isH5 } from './target';

/** Photos over a stairwell's single bar of signal need longer than a plain call. */
const uploadTimeoutMs = 60_000;
const folder = () => `${Taro.env.USER_DATA_PATH}`;
const pathOf = (id: string) => `${folder()}/kept-${id}`;

/** Keeps a photo or voice note on the device under an id, so that it survives the end of the program. False when there is no room. */
export async function keepFile(id: string, file: LocalFile): Promise<boolean> {
  if (isH5) return file.blob !== undefined && keepBlob(id, file.blob);
  try {
    if (file.path !== pathOf(id)) Taro.getFileSystemManager().copyFileSync(file.path, pathOf(id));
    return true;
  } catch {
    return false;
  }
}

/** A kept file to show; undefined once it is gone. */
export async function keptFile(id: string): Promise<LocalFile | undefined> {
  if (!isH5) return { path: pathOf(id), bytes: 0, type: '' };
  const blob = await keptBlob(id);
  return blob && fileFromBlob(blob);
}

/** Forgets one kept file, or all of them. */
export async function dropKeptFiles(id?: string): Promise<void> {
  if (isH5) return removeBlobs(id);
  try {
    const manager = Taro.getFileSystemManager();
    const names =
      id === undefined ? manager.readdirSync(folder()).filter((name) => name.startsWith('kept-')) : [`kept-${id}`];
    for (const name of names) manager.unlinkSync(`${folder()}/${name}`);
  } catch {
    // gone already
  }
}

async function contentOf(id: string): Promise<{ data: Blob | ArrayBuffer; type: string } | undefined> {
  if (isH5) {
    const blob = await keptBlob(id);
    return blob && { data: blob, type: blob.type };
  }
  try {
    const data = Taro.getFileSystemManager().readFileSync(pathOf(id));
    return typeof data === 'string' ? undefined : { data, type: 'application/octet-stream' };
  } catch {
    return undefined;
  }
}

async function putInBrowser(url: string, headers: Record<string, string>, data: Blob): Promise<HttpReply> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), uploadTimeoutMs);
  try {
    const reply = await fetch(url, { method: 'PUT', body: data, headers, signal: stop.signal });
    const body: unknown = await reply.json().catch(() => null);
    return { kind: 'reply', status: reply.status, headers: Object.fromEntries(reply.headers), body };
  } catch {
    return { kind: stop.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends a kept file as the raw body of a PUT. Always resolves; a file that is gone reads as 410, which no repeat
 * can mend.
 */
export async function putKeptFile(id: string, url: string, headers: Record<string, string>): Promise<HttpReply> {
  const content = await contentOf(id);
  if (content === undefined) return { kind: 'reply', status: 410, headers: {}, body: { type: '/problems/not-found' } };
  const typed = { ...headers, 'content-type': content.type.split(';')[0] || 'application/octet-stream' };
  if (content.data instanceof Blob) return putInBrowser(url, typed, content.data);
  try {
    const sent = { url, method: 'PUT', header: typed, data: content.data, timeout: uploadTimeoutMs } as const;
    const reply = await Taro.request<unknown>(sent);
    return { kind: 'reply', status: reply.statusCode, headers: {}, body: reply.data };
  } catch {
    return { kind: 'offline' };
  }
}

/** Fetches a file of the server to show it; undefined when it cannot be had. The address is good on this device only. */
export async function openFile(url: string, headers: Record<string, string>): Promise<string | undefined> {
  try {
    if (isH5) {
      const reply = await fetch(url, { headers });
      return reply.ok ? URL.createObjectURL(await reply.blob()) : undefined;
    }
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header: headers });
    return statusCode === 200 ? tempFilePath : undefined;
  } catch {
    return undefined;
  }
}

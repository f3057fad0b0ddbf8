import Taro from '@tarojs/taro';
import type { LocalFile } from './local-file';
import type { HttpReply } from './request';
import { isH5 } from './target';

export type Upload = {
  readonly url: string;
  readonly file: LocalFile;
  readonly headers?: Readonly<Record<string, string>>;
  /** Other form fields that go with the file. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** Photos over a stairwell's single bar of signal need longer than a plain call. */
const uploadTimeoutMs = 60_000;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function uploadInBrowser({ url, file, headers, fields }: Upload): Promise<HttpReply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) form.append(name, value);
  form.append('file', file.blob ?? new Blob(), 'file');
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), uploadTimeoutMs);
  try {
    const reply = await fetch(url, { method: 'POST', body: form, headers: { ...headers }, signal: stop.signal });
    const body = parse(await reply.text());
    return { kind: 'reply', status: reply.status, headers: Object.fromEntries(reply.headers), body };
  } catch {
    return { kind: stop.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** Sends one file as multipart form data under the name `file`. Always resolves, like `request`. */
export async function uploadFile(upload: Upload): Promise<HttpReply> {
  if (isH5) return uploadInBrowser(upload);
  try {
    const reply = await Taro.uploadFile({
      url: upload.url,
      filePath: upload.file.path,
      name: 'file',
      timeout: uploadTimeoutMs,
      header: { ...upload.headers },
      formData: { ...upload.fields },
    });
    return { kind: 'reply', status: reply.statusCode, headers: {}, body: parse(reply.data) };
  } catch (error) {
    const message = String((error as { errMsg?: unknown })?.errMsg ?? '');
    return { kind: /time.?out/i.test(message) ? 'timeout' : 'offline' };
  }
}

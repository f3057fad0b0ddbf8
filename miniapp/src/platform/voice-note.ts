import Taro from '@tarojs/taro';
import { fileFromBlob, type LocalFile } from './local-file';
import { isH5 } from './target';

/** A running recording: `stop` ends it and gives the note, undefined when nothing was caught. */
export type Recording = { readonly stop: () => Promise<LocalFile | undefined> };

/** One minute says enough, and stays small on a bad network. */
const longestMs = 60_000;

async function recordInBrowser(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  const stop = async () => {
    clearTimeout(limit);
    if (recorder.state !== 'inactive') recorder.stop();
    await ended;
    for (const track of stream.getTracks()) track.stop();
    return parts.length === 0 ? undefined : fileFromBlob(new Blob(parts, { type: recorder.mimeType }));
  };
  const limit = setTimeout(() => recorder.stop(), longestMs);
  recorder.start();
  return { stop };
}

function recordInWechat(): Recording {
  const recorder = Taro.getRecorderManager();
  const note = new Promise<LocalFile | undefined>((resolve) => {
    recorder.onStop(({ tempFilePath, fileSize }) =>
      resolve({ path: tempFilePath, bytes: fileSize, type: 'audio/mpeg' }),
    );
    recorder.onError(() => resolve(undefined));
  });
  recorder.start({ duration: longestMs, format: 'mp3', sampleRate: 16000, numberOfChannels: 1 });
  return {
    stop: () => {
      recorder.stop();
      return note;
    },
  };
}

/** Starts recording (60 s at most); undefined when the microphone is missing or was refused. */
export async function recordVoiceNote(): Promise<Recording | undefined> {
  try {
    return isH5 ? await recordInBrowser() : recordInWechat();
  } catch {
    return undefined;
  }
}

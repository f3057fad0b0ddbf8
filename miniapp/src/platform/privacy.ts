import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** The button that WeChat must have seen pressed before it believes in an agreement. */
export const privacyButton = 'privacy-agree';

/** A part of the device waits for the person's word on privacy; the answer lets it go on or fail. */
export type PrivacyQuestion = (agreed: boolean) => void;

let waiting: PrivacyQuestion | undefined;
const listeners = new Set<() => void>();

function ask(question: PrivacyQuestion | undefined): void {
  waiting = question;
  for (const tell of listeners) tell();
}

/** The question that waits now; undefined most of the time, and always in a browser, which asks for itself. */
export const waitingPrivacyQuestion = (): PrivacyQuestion | undefined => waiting;

/** Tells of every new or answered question. Returns the end of listening. */
export function onPrivacyQuestion(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

/**
 * Hears when WeChat wants the person's word before it opens album, camera, microphone or phone number. Called once at
 * start; an older WeChat has no such event and asks by itself.
 */
export function watchPrivacy(): void {
  if (isH5 || typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
  Taro.onNeedPrivacyAuthorization((resolve) => {
    ask((agreed) => {
      ask(undefined);
      resolve(agreed ? { event: 'agree', buttonId: privacyButton } : { event: 'disagree' });
    });
    resolve({ event: 'exposureAuthorization' });
  });
}

/** True once the person agreed to how their data are used; in WeChat asks now if they have not. */
export function privacyAgreed(): Promise<boolean> {
  if (isH5 || typeof Taro.requirePrivacyAuthorize !== 'function') return Promise.resolve(true);
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

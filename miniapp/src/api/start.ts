import { watchPrivacy } from '@/platform';
import { forgetOldAnswers } from './kept-answers';
import { watchLive } from './live';
import { watchDevice } from './outbox/device-outbox';
import { watchForRefresh } from './query';
import { watchAnswers } from './watch-answers';

/** Wires the api to the device. Called once, before the first page is drawn. */
export function startApi(): void {
  watchPrivacy();
  forgetOldAnswers();
  watchDevice();
  watchForRefresh();
  watchLive();
  watchAnswers();
}

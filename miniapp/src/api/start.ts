import { watchPrivacy } from '@/platform';
import { forgetOldAnswers } from './kept-answers';
import { watchLive } from './live';
import { outbox, watchDevice } from './outbox/device-outbox';
import { refreshRecord, watchForRefresh } from './query';

/** Wires the api to the device. Called once, before the first page is drawn. */
export function startApi(): void {
  watchPrivacy();
  forgetOldAnswers();
  watchDevice();
  watchForRefresh();
  watchLive();
  outbox.onSent(({ record }) => refreshRecord(record));
}

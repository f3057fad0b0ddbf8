import { outbox } from './outbox/device-outbox';
import { refreshRecord } from './query';

const refresh = ({ record }: { readonly record: string }) => refreshRecord(record);

/** Whatever an act was answered, its record is read anew: done, or moved on by somebody quicker. Told twice it is one. */
export function watchAnswers(): void {
  outbox.onSent(refresh);
  outbox.onRefused(refresh);
}

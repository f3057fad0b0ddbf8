import type { AccountRecord } from './identity.record';

type Changed = Pick<AccountRecord, '_id' | 'version'>;

/** Counts changes of accounts, each once however often the polls of other processes' changes answer it. */
export function changesHeard() {
  let count = 0;
  // one poll overlaps the next, which answers the same changes again
  let polled = new Map<string, number>();
  return {
    count: () => count,
    add(): void {
      count += 1;
    },
    /** What a poll has answered; somebody who was read in between is as changed as the others. */
    poll(changed: readonly Changed[]): void {
      if (changed.some(({ _id, version }) => polled.get(_id) !== version)) count += 1;
      polled = new Map(changed.map(({ _id, version }) => [_id, version]));
    },
  };
}

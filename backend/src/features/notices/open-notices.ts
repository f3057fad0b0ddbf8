import type { Deps, Feature } from '../../feature';
import type { OutboxEntry, WithOutbox } from '../../outbox';
import type { Channel } from './channel';
import { creditRepository } from './credit.repository';
import { noticeRepository } from './notice.repository';
import { noticeRoutes } from './notice.routes';
import { notify } from './notify';
import { sendingWorker } from './sending-worker';
import { smsChannel } from './sms-channel';

export interface NoticeFeature extends Feature {
  /** Delivers outbox entries of the kind `notice`; repeatable. */
  readonly deliver: (
    document: Pick<WithOutbox, '_id' | 'county'>,
    entry: Pick<OutboxEntry, 'id' | 'payload'>,
  ) => Promise<void>;
}

/** Opens the inbox. `channels` are ways to reach people besides it and texts. */
export function openNotices(deps: Deps, channels: readonly Channel[] = []): NoticeFeature {
  const { connection, identity, now, log, sms } = deps;
  const notices = noticeRepository(connection);
  const phoneOf = async (county: string, person: string) => (await identity.open(county, [person])).get(person)?.phone;
  const notifying = { notices, now, peopleOf: identity.peopleOf, holdersOf: identity.holdersOf };
  return {
    routes: noticeRoutes({ notices, credits: creditRepository(connection), now }),
    workers: [sendingWorker({ notices, now, log, channels: [smsChannel(sms, phoneOf), ...channels] })],
    // a notice is about the record that caused it, unless it names another
    deliver: ({ _id, county }, { id, payload }) =>
      notify(notifying, { id, county, payload: { record: _id, ...payload } }),
  };
}

import type { Deps, Feature } from '../../feature';
import type { OutboxEntry, WithOutbox } from '../../outbox';
import { quietHomes } from '../household-events';
import type { Channel } from './channel';
import { creditRepository } from './credit.repository';
import { noticeRepository } from './notice.repository';
import { noticeRoutes } from './notice.routes';
import { endPrompts, notify } from './notify';
import { sendingWorker } from './sending-worker';
import { smsChannel } from './sms-channel';
import { wechatChannel } from './wechat-channel';

export interface NoticeFeature extends Feature {
  /** Delivers outbox entries of the kind `notice`; repeatable. */
  readonly deliver: (
    document: Pick<WithOutbox, '_id' | 'county'> & { readonly kind?: string; readonly createdAt?: Date },
    entry: Pick<OutboxEntry, 'id' | 'payload'>,
  ) => Promise<void>;
  /** Delivers entries of the kind `promptsEnd`; repeatable. */
  readonly withdraw: (
    document: Pick<WithOutbox, '_id' | 'county'>,
    entry: Pick<OutboxEntry, 'payload'>,
  ) => Promise<void>;
}

/**
 * Of whoever has died these have ended with them: what they say later is about somebody else, who is told again once the
 * home has been seen to.
 */
const endsWithItsPerson: readonly string[] = ['QUARANTINE_EPISODE', 'DELIVERY_PLAN', 'HEALTH_TRACKER'];

/** Opens the inbox with the channels that are configured: texts, and WeChat messages where there are templates. */
export function openNotices(deps: Deps): NoticeFeature {
  const { connection, identity, now, log, sms, wechat, metrics } = deps;
  const notices = noticeRepository(connection);
  const phoneOf = async (county: string, person: string) => (await identity.open(county, [person])).get(person)?.phone;
  const credits = creditRepository(connection);
  const quiet = quietHomes(connection);
  const channels: Channel[] = [
    smsChannel(sms, phoneOf),
    ...(wechat.messages ? [wechatChannel({ messages: wechat.messages, credits, openidOf: identity.openidOf })] : []),
  ];
  const isQuiet = async (county: string, household: string, createdAt: Date | undefined) =>
    (await quiet(county, [household]))({ household, createdAt });
  const notifying = {
    ...{ notices, now, isQuiet },
    goesOut: (notice: Parameters<Channel['isFor']>[0]) => channels.some((channel) => channel.isFor(notice)),
    peopleOf: identity.peopleOf,
    holdersOf: identity.holdersOf,
  };
  return {
    routes: noticeRoutes({ notices, credits, now }),
    workers: [sendingWorker({ notices, now, log, channels, isQuiet, count: metrics.countMessage })],
    // a notice is about the record that caused it, unless it names another
    deliver: ({ _id, county, kind = '', createdAt }, { id, payload }) => {
      const since = endsWithItsPerson.includes(kind) ? undefined : createdAt;
      return notify(notifying, { id, county, since, payload: { record: _id, ...payload } });
    },
    withdraw: (document, { payload }) => endPrompts(notifying, document, payload),
  };
}

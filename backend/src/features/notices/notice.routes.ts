import {
  grantMessageCredit as grantMessageCreditEndpoint,
  myNotices as myNoticesEndpoint,
  readNotices as readNoticesEndpoint,
} from '@grid-relief/shared-types/notices/notice.contract';
import { mount } from '../../http/mount';
import { grantMessageCredit, type InboxDeps, myNotices, readNotices } from './inbox';

/** Endpoints of the inbox and of message credits. */
export function noticeRoutes(deps: InboxDeps) {
  return [
    mount(myNoticesEndpoint, ({ actor, query }) => myNotices(deps, actor, query)),
    mount(readNoticesEndpoint, ({ actor, body }) => readNotices(deps, actor, new Date(body.upTo))),
    mount(grantMessageCreditEndpoint, ({ actor, body }) => grantMessageCredit(deps, actor, body)),
  ];
}

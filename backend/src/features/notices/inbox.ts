import type { NoticeView } from '@grid-relief/shared-types/notices/notice.contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { inputHash, type PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import type { CreditRepository } from './credit.repository';
import type { NoticeRecord } from './notice.record';
import type { NoticeMark, NoticeRepository } from './notice.repository';

export interface InboxDeps {
  readonly notices: NoticeRepository;
  readonly credits: CreditRepository;
  readonly now: Clock;
}

const defaultLimit = 30;

/** My inbox, newest first, with how many are unread (counted to a hundred). */
export async function myNotices(
  { notices }: Pick<InboxDeps, 'notices'>,
  { county, personId }: PersonActor,
  query: { readonly after?: string | undefined; readonly limit?: number | undefined },
) {
  const limit = query.limit ?? defaultLimit;
  const [rows, unread] = await Promise.all([
    notices.page(county, personId, limit + 1, markOf(query.after)),
    notices.unread(county, personId),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(present),
    unread,
    ...(rows.length > limit && last ? { next: `${last.at.getTime()}~${last._id}` } : {}),
  };
}

/** Marks the inbox read up to an instant; a repeat changes nothing. */
export async function readNotices(deps: InboxDeps, { county, personId }: PersonActor, upTo: Date) {
  await deps.notices.markRead(county, personId, upTo, deps.now());
  return { unread: await deps.notices.unread(county, personId) };
}

/** The person allowed one message of each template. @throws Problem op-id-reused */
export async function grantMessageCredit(
  { credits }: Pick<InboxDeps, 'credits'>,
  { county, personId }: PersonActor,
  { opId, templates }: { readonly opId: string; readonly templates: readonly string[] },
) {
  const wanted = [...new Set(templates)].sort();
  await credits.grant({
    county,
    person: personId,
    templates: wanted,
    opId,
    inputHash: inputHash('grantMessageCredit', wanted),
  });
  return { stored: wanted.length };
}

function markOf(after: string | undefined): NoticeMark | undefined {
  const [ms, id] = after?.split('~') ?? [];
  return id && /^[0-9]{1,15}$/.test(ms ?? '') ? { at: new Date(Number(ms)), id } : undefined;
}

function present(notice: NoticeRecord): NoticeView {
  const { _id, code, audience, values, record, at, withdrawnAt, readAt = withdrawnAt, urgent } = notice;
  return {
    id: _id,
    code,
    ...(audience ? { audience } : {}),
    values: { ...values },
    ...(record ? { record: RecordId.parse(record) } : {}),
    at: at.toISOString(),
    ...(readAt ? { readAt: readAt.toISOString() } : {}),
    ...(withdrawnAt ? { withdrawnAt: withdrawnAt.toISOString() } : {}),
    urgent,
  };
}

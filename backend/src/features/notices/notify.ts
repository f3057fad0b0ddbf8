import type { NoticeAudience } from '@grid-relief/shared-types/notices/notice-codes';
import { isPrompt } from '@grid-relief/shared-types/notices/prompts';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import type * as z from '@grid-relief/shared-types/zod';
import { NoticePayload, PromptsEnd, type Recipient } from '../../notice-entry';
import type { Clock } from '../../platform/clock';
import { derivedId } from '../../platform/ids';
import type { NoticeRecord } from './notice.record';
import type { NoticeRepository } from './notice.repository';
import { sendingTime } from './quiet-hours';

export interface NotifyDeps {
  readonly notices: NoticeRepository;
  readonly now: Clock;
  readonly peopleOf: (county: string, household: string) => Promise<readonly { readonly person: string }[]>;
  /** Whether nothing is said to a household about a record that began then: somebody there has died. */
  readonly isQuiet: (county: string, household: string, since: Date | undefined) => Promise<boolean>;
  /** Whether it goes out beside the inbox: some channel is for such a notice. */
  readonly goesOut: (notice: Pick<NoticeRecord, 'code' | 'urgent'>) => boolean;
  readonly holdersOf: (county: string, role: Role, areas: readonly AreaId[], now: Date) => Promise<readonly string[]>;
}

/** What has to follow, as the outbox names it. */
export interface NoticeCause {
  /** The entry's id: the same for every delivery of it. */
  readonly id: string;
  readonly county: string;
  readonly payload: unknown;
  /** When the record began that has caused it, where that is known. */
  readonly since?: Date | undefined;
}

/**
 * Puts a notice into the inbox of everybody it is for; repeatable. Other channels follow by the sending worker.
 * @throws when the payload is not one: the outbox parks it where somebody sees it
 */
export async function notify(deps: NotifyDeps, { id, county, payload, since: begun }: NoticeCause): Promise<void> {
  const { to, code, values, record, since = begun, urgent, life } = NoticePayload.parse(payload);
  const at = deps.now();
  const addressed = await Promise.all(
    [to].flat().map(async (recipient) => {
      if ('household' in recipient && (await deps.isQuiet(county, recipient.household, since))) return [];
      const people = await peopleFor(deps, county, recipient, at);
      return people.map((person) => [person, recipient] as const);
    }),
  );
  // whoever is addressed in two ways gets one notice, as the first of them
  const recipients = new Map(addressed.flat().reverse());
  const rows = [...recipients].map(([person, recipient]) => {
    const audience = audienceOf(recipient);
    return {
      _id: derivedId(county, id, person),
      county,
      person,
      code,
      audience,
      values,
      ...aboutOf(recipient, record, isPrompt(code, audience)),
      urgent,
      at,
      unread: true as const,
      // a person is addressed for work in hand, or while on duty: nobody sleeps there
      ...(deps.goesOut({ code, urgent })
        ? { sendDue: sendingTime(at, life || (urgent && audience === 'CARRIER')) }
        : {}),
    };
  });
  await deps.notices.add(rows);
  if (record === undefined || !saidAgain.includes(code)) return;
  await deps.notices.readEarlier({ county, code, record, at }, [...recipients.keys()], addMinutes(at, -sinceMinutes));
}

/** Its record, and by what it is found again where it asks for something: by that record, and by the home. */
function aboutOf(recipient: z.infer<typeof Recipient>, record: string | undefined, asks: boolean) {
  const household = 'household' in recipient ? { household: recipient.household } : {};
  const about = [record, household.household].flatMap((id) => id ?? []);
  return { ...(record ? { record } : {}), ...household, ...(asks ? { asks: about } : {}) };
}

/**
 * Withdraws what people were asked for about a record or a home, wherever it lies; repeatable.
 * @throws when the payload says nothing of the kind: the outbox parks it where somebody sees it
 */
export async function endPrompts(
  { notices, now }: Pick<NotifyDeps, 'notices' | 'now'>,
  { _id, county }: { readonly _id: string; readonly county: string },
  payload: unknown,
): Promise<void> {
  const { about = _id, ...which } = PromptsEnd.parse(payload);
  await notices.withdraw(county, { about, ...which }, now());
}

/** Said anew every day until it is done: the latest stands for those before it, so that the bell counts it once. */
const saidAgain: readonly string[] = ['REPORT_MISSING', 'TRACKER_MISSED', 'TEST_MISSED'];
/** What is younger may be the same, delivered again. Minutes. */
const sinceMinutes = 6 * 60;

/** A single person is addressed only for the work they carry. */
function audienceOf(recipient: z.infer<typeof Recipient>): NoticeAudience {
  if ('person' in recipient) return 'CARRIER';
  return 'household' in recipient || 'party' in recipient ? 'HOUSEHOLD' : 'GRID';
}

async function peopleFor(
  deps: NotifyDeps,
  county: string,
  recipient: z.infer<typeof Recipient>,
  now: Date,
): Promise<readonly string[]> {
  if ('person' in recipient) return [recipient.person];
  if ('party' in recipient) return [recipient.party];
  if ('household' in recipient) return (await deps.peopleOf(county, recipient.household)).map(({ person }) => person);
  if ('role' in recipient) return deps.holdersOf(county, recipient.role, scopeOf(recipient.area), now);
  const places = scopeOf(recipient.gridOf);
  const [workers, leaders] = await Promise.all([
    deps.holdersOf(county, 'GRID_WORKER', places, now),
    deps.holdersOf(county, 'GRID_LEADER', places, now),
  ]);
  return [...workers, ...leaders];
}

import * as z from '../zod';

/**
 * Ids are made by the client: six digits of the county (GB/T 2260), a hyphen, 26 characters of Crockford base32 whose
 * first ten are the time. The county in front makes every id routable to its shard (handbook: architecture, database).
 */
export const idPattern = /^[0-9]{6}-[0-9a-hjkmnp-tv-z]{26}$/;

const brandedId = <B extends string>() => z.string().check(z.regex(idPattern, 'id')).brand<B>();

export const PersonId = brandedId<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const HouseholdId = brandedId<'HouseholdId'>();
export type HouseholdId = z.infer<typeof HouseholdId>;
export const TaskId = brandedId<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;
/** One intent of one person: the key of idempotency. A repeat carries the same opId. */
export const OpId = brandedId<'OpId'>();
export type OpId = z.infer<typeof OpId>;
/** Any record named in a path whose kind the route already knows. */
export const RecordId = brandedId<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;
export const ShopId = brandedId<'ShopId'>();
export type ShopId = z.infer<typeof ShopId>;
export const FileId = brandedId<'FileId'>();
export type FileId = z.infer<typeof FileId>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes an id. Pure: time and randomness come from the caller.
 * @param county six digits
 * @param nowMs epoch milliseconds
 * @param random a source of numbers in [0, 1)
 */
export function makeId(county: string, nowMs: number, random: () => number): string {
  let time = '';
  for (let rest = nowMs, i = 0; i < 10; i++) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let tail = '';
  for (let i = 0; i < 16; i++) tail += alphabet.charAt(Math.floor(random() * 32));
  return `${county}-${time}${tail}`;
}

/** The county an id belongs to: its first six digits. */
export function countyOf(id: string): string {
  return id.slice(0, 6);
}

import { addDays, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import type { Asked, DeskStep } from './desk-steps';

/** What has been said in a form, by the field's name; the anchor is a day so many days ago, and an hour of it. */
export type Answers = Readonly<Record<string, string>>;

const countyDigits = /^[0-9]{6}$/;
/** May be left out. */
const optional: readonly Asked[] = ['room'];

/** From when on is counted: the hour of the Shanghai day that was chosen. Pure. */
export function anchorOf({ daysAgo = '0', hour = '0' }: Answers, now: Date): Date {
  return shanghaiInstant(addDays(dayOf(now), -Number(daysAgo)), Number(hour));
}

/** Whether a step has all that it must be told. Pure. */
export function isAnswered({ asks = [], reasons = [] }: DeskStep, answers: Answers, now: Date): boolean {
  const isReasoned = reasons.length < 2 || answers.reason !== undefined;
  return isReasoned && asks.every((asked) => optional.includes(asked) || isGiven(asked, answers, now));
}

function isGiven(asked: Asked, answers: Answers, now: Date): boolean {
  // nothing has happened in the future
  if (asked === 'anchor') return answers.daysAgo !== undefined && anchorOf(answers, now) <= now;
  const said = answers[asked]?.trim() ?? '';
  return asked === 'toCounty' ? countyDigits.test(said) : said !== '';
}

/** The contract's fields of a step. Pure. */
export function bodyOf({ asks = [], reasons = [], body = {} }: DeskStep, answers: Answers, now: Date): object {
  const code = reasons.length > 1 ? answers.reason : reasons[0];
  const said = asks.flatMap((asked) => {
    const value = fieldOf(asked, answers, now);
    return value === undefined ? [] : [[asked, value]];
  });
  return { ...body, ...Object.fromEntries(said), ...(code === undefined ? {} : { reason: { code } }) };
}

function fieldOf(asked: Asked, answers: Answers, now: Date): string | true | undefined {
  if (asked === 'anchor') return anchorOf(answers, now).toISOString();
  if (asked === 'isAbsent') return answers.isAbsent === 'yes' ? true : undefined;
  const said = answers[asked]?.trim() ?? '';
  return said === '' ? undefined : said;
}

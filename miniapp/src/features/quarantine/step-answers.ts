import { shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import type { Asked, DeskStep } from './desk-steps';

/** What has been said in a form, by the field's name; the anchor is a Shanghai day, and an hour of it. */
export type Answers = Readonly<Record<string, string>>;

/** Later than any day: what was not chosen is not reached. */
const future = new Date(8.64e15);
const countyDigits = /^[0-9]{6}$/;
/** May be left out. */
const optional: readonly Asked[] = ['room'];

/** From when on is counted: the hour of the day that was chosen; undefined while none is. Pure. */
export function anchorOf({ day, hour = '0' }: Answers): Date | undefined {
  return day === undefined ? undefined : shanghaiInstant(day, Number(hour));
}

/** Whether a step has all that it must be told. Pure. */
export function isAnswered({ asks = [], reasons = [] }: DeskStep, answers: Answers, now: Date): boolean {
  const isReasoned = reasons.length < 2 || answers.reason !== undefined;
  return isReasoned && asks.every((asked) => optional.includes(asked) || isGiven(asked, answers, now));
}

function isGiven(asked: Asked, answers: Answers, now: Date): boolean {
  // nothing has happened in the future
  if (asked === 'anchor') return (anchorOf(answers) ?? future) <= now;
  const said = answers[asked]?.trim() ?? '';
  return asked === 'toCounty' ? countyDigits.test(said) : said !== '';
}

/** The contract's fields of a step. Pure. */
export function bodyOf({ asks = [], reasons = [], body = {} }: DeskStep, answers: Answers): object {
  const code = reasons.length > 1 ? answers.reason : reasons[0];
  const said = asks.flatMap((asked) => {
    const value = fieldOf(asked, answers);
    return value === undefined ? [] : [[asked, value]];
  });
  return { ...body, ...Object.fromEntries(said), ...(code === undefined ? {} : { reason: { code } }) };
}

function fieldOf(asked: Asked, answers: Answers): string | true | undefined {
  if (asked === 'anchor') return anchorOf(answers)?.toISOString();
  if (asked === 'isAbsent') return answers.isAbsent === 'yes' ? true : undefined;
  const said = answers[asked]?.trim() ?? '';
  return said === '' ? undefined : said;
}

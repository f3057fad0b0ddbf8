import { addDays, dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { CaseClock } from './clocks.rules';
import type { ContactWho, PathStay, QualityPart } from './investigation';

/** Days before the case was found for which the path is asked for, that day included. Ours. */
export const pathDays = 4;
/** Contacts a day of the path, from which on nobody seems to be left out. Ours. */
export const contactsADay = 3;
/** The most points of each part; a hundred in all. Ours. */
export const mostPoints = { PATH: 30, PHONES: 20, EXPOSURES: 20, ENOUGH: 15, ON_TIME: 15 } as const;

/** What an investigation is scored by. */
export interface Scored {
  readonly openedAt: Date;
  readonly path: readonly PathStay[];
  /** Who still counts. */
  readonly contacts: readonly Pick<ContactWho, 'phone' | 'lastExposureAt'>[];
  readonly clocks: readonly Pick<CaseClock, 'doneAt' | 'isLate'>[];
}

/** How complete an investigation is, part by part; the sum is its score (handbook 2.11). Pure. */
export function qualityOf({ openedAt, path, contacts, clocks }: Scored): {
  readonly score: number;
  readonly parts: QualityPart[];
} {
  const share = (has: number, of: number) => (of === 0 ? 0 : Math.min(1, has / of));
  const part = (what: QualityPart['what'], of: number, reached: number): QualityPart => ({
    ...{ what, of },
    points: Math.floor(of * reached),
  });
  const inTime = clocks.filter(({ doneAt, isLate }) => doneAt !== undefined && !isLate).length;
  const parts = [
    part('PATH', mostPoints.PATH, share(daysCovered(path, openedAt), pathDays)),
    part('PHONES', mostPoints.PHONES, share(contacts.filter(({ phone }) => phone).length, contacts.length)),
    part(
      'EXPOSURES',
      mostPoints.EXPOSURES,
      share(contacts.filter(({ lastExposureAt }) => lastExposureAt).length, contacts.length),
    ),
    part('ENOUGH', mostPoints.ENOUGH, share(contacts.length, pathDays * contactsADay)),
    part('ON_TIME', mostPoints.ON_TIME, share(inTime, clocks.length)),
  ];
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

/** On how many of the days that are asked for the path says where the case was. Shanghai days. Pure. */
export function daysCovered(path: readonly PathStay[], openedAt: Date): number {
  const last = dayOf(openedAt);
  const days = Array.from({ length: pathDays }, (_, before) => addDays(last, -before));
  return days.filter((day) =>
    path.some(({ from, to }) => dayOf(new Date(from)) <= day && day <= (to ? dayOf(new Date(to)) : last)),
  ).length;
}

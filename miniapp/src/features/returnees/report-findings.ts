import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { placeLevels, placeOf } from './place';
import type { Draft } from './report-draft';
import { isDays, isPhone } from './report-rules';

/** What cannot be, at the field it concerns, as the server would find it; `word` is its key in the words of this form. */
export type Finding = {
  readonly pointer: string;
  readonly word: 'bad-phone' | 'bad-id' | 'bad-year' | 'bad-days' | 'bad-left' | 'need-level';
};

/** As the contract takes identity cards, passports and years of birth. */
const isIdNumber = (text: string) => /^[0-9A-Za-z]{4,24}$/.test(text);
const firstYear = 1900;

function ofPerson({ phone, idNumber, year }: Draft['people'][number], i: number, thisYear: number): Finding[] {
  const at = (part: string, word: Finding['word'], is: boolean) =>
    is ? [{ pointer: `/travellers/${i}/${part}`, word }] : [];
  const isYear = /^\d{4}$/.test(year) && Number(year) >= firstYear && Number(year) <= thisYear;
  return [
    ...at('phone', 'bad-phone', phone !== '' && !isPhone(phone)),
    ...at('idNumber', 'bad-id', idNumber !== '' && !isIdNumber(idNumber)),
    ...at('birthYear', 'bad-year', year !== '' && !isYear),
  ];
}

function ofPlace({ parts, came, left }: Draft['places'][number], i: number): Finding[] {
  const { missing } = placeOf(parts);
  const at = (part: string, word: Finding['word'], is: boolean) =>
    is ? [{ pointer: `/stays/${i}/${part}`, word }] : [];
  return [
    ...(missing === undefined ? [] : at(`place/${placeLevels.indexOf(missing)}`, 'need-level', true)),
    ...at('from', 'bad-days', !isDays(came)),
    ...at('to', 'bad-days', left !== '' && !isDays(left)),
    // days ago: whoever left earlier than they came has left more days ago
    ...at('to', 'bad-left', isDays(left) && isDays(came) && Number(left) > Number(came)),
  ];
}

/** Everything that is filled in and cannot be, so that it is put right before it is sent. Pure. */
export function findingsIn({ people, places, kind, hostPhone }: Draft, now: Date): readonly Finding[] {
  const hasBadHost = kind !== 'HOUSEHOLD' && hostPhone !== '' && !isPhone(hostPhone);
  return [
    ...people.flatMap((person, i) => ofPerson(person, i, Number(dayOf(now).slice(0, 4)))),
    ...places.flatMap(ofPlace),
    ...(hasBadHost ? [{ pointer: '/destination/responsibleHost/phone', word: 'bad-phone' as const }] : []),
  ];
}

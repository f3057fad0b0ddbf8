import {
  type ContactDraft,
  contactClasses,
  contactRelations,
  type PathStay,
} from '@grid-relief/shared-types/investigations/investigation.schema';
import * as z from '@grid-relief/shared-types/zod';
import { keptDrafts } from '@/api';
import { instantOf, whenNow } from './when-field';

const Time = z.object({ day: z.string(), hour: z.number() });
const Stay = z.object({ id: z.string(), place: z.string(), came: Time, until: z.number(), words: z.string() });
/** One place while it is written down: the same day until an hour. */
export type StayForm = z.infer<typeof Stay>;

const PathForm = z.object({ id: z.string(), investigation: z.string(), stays: z.array(Stay) });
export type PathForm = z.infer<typeof PathForm>;

const ContactForm = z.object({
  id: z.string(),
  investigation: z.string(),
  name: z.string(),
  phone: z.string(),
  idNumber: z.string(),
  class: z.optional(z.enum(contactClasses)),
  relation: z.optional(z.enum(contactRelations)),
  when: z.optional(Time),
  isHere: z.boolean(),
  area: z.optional(z.string()),
  areaName: z.string(),
  place: z.string(),
});
/** A contact while it is written down; it lives on the device only, and goes with the sign-in. */
export type ContactForm = z.infer<typeof ContactForm>;

const pathKey = (investigation: string) => `draft:case-path:${investigation}`;
const contactKey = (investigation: string) => `draft:case-contact:${investigation}`;

/** Paths on this device, being written down while somebody is on the phone. */
export const pathDrafts = keptDrafts(
  (stored) => z.safeParse(PathForm, stored).data,
  ({ investigation }) => pathKey(investigation),
);
/** Contacts on this device: one at a time for an investigation. */
export const contactDrafts = keptDrafts(
  (stored) => z.safeParse(ContactForm, stored).data,
  ({ investigation }) => contactKey(investigation),
);

/** One more place, of today, that nobody has named yet. Pure. */
export function aStay(id: string, now: Date): StayForm {
  const came = whenNow(now);
  return { id, place: '', came, until: came.hour, words: '' };
}

/** The path that lies here, or a new one with what the server knows. */
export const pathAt = (id: string, investigation: string, known: readonly PathStay[], now: Date): PathForm =>
  pathDrafts.find(pathKey(investigation)) ?? {
    ...{ id, investigation },
    stays: known.length === 0 ? [aStay(id, now)] : known.map(formOf),
  };

function formOf({ place, from, to, words = '' }: PathStay, at: number): StayForm {
  const came = whenNow(new Date(from));
  return { id: `${at}`, place, came, until: to ? whenNow(new Date(to)).hour : came.hour, words };
}

export const contactAt = (id: string, investigation: string): ContactForm =>
  contactDrafts.find(contactKey(investigation)) ?? emptyContact(id, investigation);

const emptyContact = (id: string, investigation: string): ContactForm => ({
  ...{ id, investigation, name: '', phone: '', idNumber: '', isHere: true, areaName: '', place: '' },
});

/** The contract's stays of a form. Pure. */
export function staysFrom({ stays }: PathForm): PathStay[] {
  return stays.map(({ place, came, until, words }) => ({
    ...{ place: place.trim(), from: instantOf(came).toISOString() },
    to: instantOf({ day: came.day, hour: Math.max(came.hour, until) }).toISOString(),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  }));
}

/** What a path still lacks. Pure. */
export function missingOfPath({ stays }: PathForm, now: Date): 'w-place' | 'w-when' | undefined {
  if (stays.some(({ place }) => place.trim() === '')) return 'w-place';
  return stays.some(({ came }) => instantOf(came) > now) ? 'w-when' : undefined;
}

const phonePattern = /^1\d{10}$/;

/** What an entry still lacks before it is one. Pure. */
export function missingOfContact(form: ContactForm, now: Date) {
  const { name, phone, isHere, area, when } = form;
  if (name.trim() === '') return 'w-name';
  if (phone.trim() !== '' && !phonePattern.test(phone.trim())) return 'w-phone';
  if (form.class === undefined) return 'w-class';
  if (form.relation === undefined) return 'w-relation';
  if (when && instantOf(when) > now) return 'w-when';
  return isHere && area === undefined ? 'w-area' : undefined;
}

/** The contract's contact of a form that lacks nothing. Pure. */
export function contactFrom(form: ContactForm): ContactDraft {
  const { id, name, phone, idNumber, relation = 'OTHER', when, isHere, area, place } = form;
  const said = {
    ...{ id, name: name.trim(), class: form.class ?? 'GENERAL_CONTACT', relation },
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(idNumber.trim() === '' ? {} : { idNumber: idNumber.trim() }),
    ...(when ? { lastExposureAt: instantOf(when).toISOString() } : {}),
    ...(isHere && area ? { area } : {}),
    ...(isHere && place.trim() !== '' ? { place: place.trim() } : {}),
  };
  return said as ContactDraft; // ids come from the client and the list of areas, and the server reads it all once more
}

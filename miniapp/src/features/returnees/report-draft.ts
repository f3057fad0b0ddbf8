import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import * as z from '@grid-relief/shared-types/zod';
import { keptDrafts, newId, type Problem } from '@/api';

/** Who fills it in: the family before, somebody at a post, or somebody at a door. */
export const modes = ['home', 'post', 'door'] as const;
export type Mode = (typeof modes)[number];

const Person = z.object({
  name: z.string(),
  phone: z.string(),
  idNumber: z.string(),
  year: z.string(),
  symptoms: z.optional(z.enum(['yes', 'no'])),
});
const Place = z.object({ parts: z.array(z.string()), came: z.string(), left: z.string() });
const kinds = ['HOUSEHOLD', 'HOTEL', 'HOST_UNIT', 'WORKSITE'] as const;
const Draft = z.object({
  id: z.string(),
  mode: z.enum(modes),
  /** The Shanghai day from which days ago and days ahead are counted. */
  on: z.string(),
  foundBy: z.enum(['SELF', 'FAMILY', 'EMPLOYER']),
  people: z.array(Person),
  places: z.array(Place),
  day: z.optional(z.string()),
  hour: z.string(),
  entry: z.string(),
  transport: z.string(),
  kind: z.enum(kinds),
  area: z.optional(z.string()),
  areaName: z.string(),
  place: z.string(),
  hostName: z.string(),
  hostPhone: z.string(),
  /** Why the server refused it; it stands there until it is sent again. */
  refused: z.optional(z.unknown()),
});
/** A report as it is being filled in; it lives on the device only, and goes with the sign-in. */
export type Draft = z.infer<typeof Draft>;
export const destinationKinds = kinds;
/** In how many days somebody may say that they arrive. */
export const daysAhead = ['0', '1', '2', '3', '5', '7'] as const;

export const nobodyYet: Draft['people'][number] = { name: '', phone: '', idNumber: '', year: '' };
export const nowhereYet: Draft['places'][number] = { parts: ['', '', '', ''], came: '', left: '' };

/** A report as it was kept; undefined for what is none. */
export const parseReport = (stored: unknown): Draft | undefined => z.safeParse(Draft, stored).data;
/** Where a report of one sort lies while it is filled in. */
export const keyOf = (mode: Mode): string => `draft:returnee:${mode}`;
/** Reports on this device, being filled in or handed in. */
export const reportDrafts = keptDrafts(parseReport, ({ mode }: Draft) => keyOf(mode));

/** A report in which nothing is filled in yet. @param isHost whoever fills it in takes in people who have no home here */
export const emptyReport = (mode: Mode, isHost = false): Draft => ({
  ...{ on: dayOf(new Date()) },
  ...{ id: newId(), mode, foundBy: 'FAMILY', kind: 'HOUSEHOLD', people: [nobodyYet], places: [nowhereYet], hour: '12' },
  ...(isHost ? { foundBy: 'EMPLOYER', kind: 'HOST_UNIT' } : {}),
  ...{ entry: '', transport: '', areaName: '', place: '', hostName: '', hostPhone: '' },
});

const dayMs = 24 * 60 * 60 * 1000;
const later = (days: string, by: number) => (/^\d{1,2}$/.test(days) ? String(Number(days) + by) : days);

/**
 * A draft taken up on a later day: "nine days ago" is ten by now, "the day after tomorrow" is tomorrow, and how somebody
 * feels is asked anew. Pure.
 */
export function broughtTo(today: string, draft: Draft): Draft {
  const by = Math.round((Date.parse(today) - Date.parse(draft.on)) / dayMs);
  if (by === 0) return draft;
  const ahead = String(Number(draft.day) - by);
  return {
    ...{ ...draft, on: today, day: daysAhead.find((one) => one === ahead) },
    people: draft.people.map((one) => ({ ...one, symptoms: undefined })),
    places: draft.places.map((one) => ({ ...one, came: later(one.came, by), left: later(one.left, by) })),
  };
}

/** Whether nobody and nowhere is filled in, so that another report may take its place. Pure. */
export function isUntouched({ people, places }: Draft): boolean {
  const words = [people.map((one) => Object.values(one)), places.map(({ parts, came }) => [...parts, came])].flat(2);
  return words.every((word) => word === undefined || word.trim() === '');
}

/** Why the server refused it. */
export function refusalOf({ refused }: Draft): Problem | undefined {
  // it was written by this program; its shape is checked where it is shown
  return refused as Problem | undefined;
}

/** The fields of people and stays, as the contract's findings name them. Pure. */
export const fieldsOfPeople = ({ people, places }: Pick<Draft, 'people' | 'places'>): string[] => [
  ...people.flatMap((_, i) => ['name', 'phone', 'idNumber', 'birthYear'].map((part) => `/travellers/${i}/${part}`)),
  ...places.flatMap(({ parts }, i) => [
    ...parts.map((_level, depth) => `/stays/${i}/place/${depth}`),
    ...[`/stays/${i}/from`, `/stays/${i}/to`],
  ]),
];

import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import { placeOf } from './place';
import type { Draft, Mode } from './report-draft';

const dayMs = 24 * 60 * 60 * 1000;
const shanghaiHours = 8;

/** A number of days, as it is typed. */
export const isDays = (text: string): boolean => /^\d{1,2}$/.test(text.trim());

/** So many days ago, as an instant; undefined when nothing was typed. */
export function ago(days: string, now: Date): string | undefined {
  return isDays(days) ? new Date(now.getTime() - Number(days) * dayMs).toISOString() : undefined;
}

/** An hour of the Shanghai day so many days ahead; never earlier than now. */
export function arrivalAt(day: string, hour: string, now: Date): string {
  const local = new Date(now.getTime() + shanghaiHours * 60 * 60 * 1000);
  local.setUTCHours(Number(hour), 0, 0, 0);
  const at = local.getTime() - shanghaiHours * 60 * 60 * 1000 + Number(day) * dayMs;
  return new Date(Math.max(at, now.getTime())).toISOString();
}

/** A mobile number, as the contract takes it. */
export const isPhone = (text: string): boolean => /^1\d{10}$/.test(text);

/** From outside, somebody comes home only to a household that the speaker speaks for (handbook 2.2). Pure. */
export function needsOwnHome({ kind }: Pick<Draft, 'kind'>, mode: Mode, household: string | undefined): boolean {
  return mode === 'home' && kind === 'HOUSEHOLD' && household === undefined;
}

/** The one thing that still has to be said; undefined when it can be sent. Pure. */
export function whatIsMissing(draft: Draft, mode: Mode, household: string | undefined) {
  const { people, places, day, kind, area, hostName, hostPhone, place } = draft;
  if (people.some(({ name }) => name.trim() === '')) return 'need-name';
  if (!people.some(({ phone }) => isPhone(phone))) return 'need-phone';
  if (people.some(({ symptoms }) => symptoms === undefined)) return 'need-symptoms';
  if (places.some(({ parts, came }) => came === '' || placeOf(parts).missing === 'province')) return 'need-where';
  if (mode === 'home' && day === undefined) return 'need-when';
  if (needsOwnHome(draft, mode, household)) return 'need-own-home';
  const hasHome = kind === 'HOUSEHOLD' && mode === 'home';
  if (!hasHome && (area === undefined || place.trim() === '')) return 'need-home';
  return kind !== 'HOUSEHOLD' && (hostName.trim() === '' || hostPhone === '') ? 'need-host' : undefined;
}

const foundByOf: Readonly<Record<Mode, ReturneeReportDraft['foundBy'] | undefined>> = {
  ...{ home: undefined, post: 'CHECKPOINT', door: 'SCREENING' },
};

/** The draft as the server takes it. Pure. */
export function reportFrom(draft: Draft, mode: Mode, household: string | undefined, now: Date) {
  const { id, people, places, day = '0', hour, entry, transport, kind, area, place, hostName, hostPhone } = draft;
  const isOwn = kind === 'HOUSEHOLD' && mode === 'home' && household !== undefined;
  const report = {
    ...{ id, foundBy: foundByOf[mode] ?? draft.foundBy },
    travellers: people.map(({ name, phone, idNumber, year, symptoms }) => ({
      ...{ name: name.trim(), symptoms: symptoms === 'yes' },
      ...(phone !== '' && { phone }),
      ...(idNumber !== '' && { idNumber }),
      ...(year !== '' && { birthYear: Number(year) }),
    })),
    stays: places.map(({ parts, came, left }) => {
      const to = ago(left, now);
      return { place: placeOf(parts).place, from: ago(came, now) ?? now.toISOString(), ...(to && { to }) };
    }),
    ...(mode === 'home' ? { plannedArrival: arrivalAt(day, hour, now) } : { arrivedAt: now.toISOString() }),
    ...(entry.trim() !== '' && { entry: entry.trim() }),
    ...(transport.trim() !== '' && { transport: transport.trim() }),
    destination: {
      kind,
      ...(isOwn ? { household } : { area, place: place.trim() }),
      ...(kind !== 'HOUSEHOLD' && { responsibleHost: { name: hostName.trim(), phone: hostPhone } }),
    },
  };
  return report as ReturneeReportDraft; // the contract's own schema reads it again at the server
}

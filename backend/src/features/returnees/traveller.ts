import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { travellerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/traveller.lifecycle';
import { earliest, latest } from '@grid-relief/shared-types/primitives/instants';
import type {
  KnownBy,
  OwnWay,
  ReturneeReportDraft,
  StayDraft,
  TravellerDraft,
} from '@grid-relief/shared-types/returnees/returnee.schema';
import type { TrackedRecord } from '../../acting';
import type { Contact } from '../quarantine';

/** The states and actions of handbook 2.2. */
export const travellerMachine = travellerLifecycle;
export type TravellerAction = ActionOf<typeof travellerLifecycle>;

/** The collection of everybody who comes, their trips and their trackers. */
export const returneeCollection = 'returnees';

/** Everything that was told of somebody, sealed as one text with the record. */
export interface TravellerSaid extends TravellerDraft {
  readonly stays: readonly StayDraft[];
  readonly entry?: string | undefined;
  readonly transport?: string | undefined;
  readonly place?: string | undefined;
  readonly host?: { readonly name: string; readonly phone: string } | undefined;
  readonly words?: string | undefined;
  /** Exposures that an investigator has found. */
  readonly contacts?: readonly ContactFound[] | undefined;
}

/** Whom somebody was exposed to, and until when. */
export interface ContactFound {
  readonly class: Contact['class'];
  readonly lastExposureAt: string;
  /** The finding it comes from, by which it can be taken back; a hash that leads to no case. */
  readonly via?: string;
}

/** Words kept beside a step, sealed, by the operation that brought them. */
export interface SealedNote {
  readonly opId: string;
  readonly at: Date;
  readonly sealed: string;
}

/** The own way home instead of a car of the county, and how often what is true of it has changed. */
export interface WayHome {
  readonly how?: OwnWay;
  readonly changes: number;
}

/** What only a traveller knows of itself. */
export interface TravellerDetail {
  readonly report: string;
  readonly foundBy: KnownBy;
  readonly destination: ReturneeReportDraft['destination']['kind'];
  readonly code: string;
  readonly lateReport: boolean;
  /** `TravellerSaid`, sealed. */
  readonly said: string;
  /** `StoredVerdict`, sealed: where somebody was says as much as an illness. */
  readonly verdict?: string;
  /** Verdicts before it, sealed: old and new reason are kept (handbook 5.7). */
  readonly formerVerdicts?: readonly string[];
  readonly plannedAt?: Date;
  readonly arrivedAt?: Date;
  /** How they come, once they have said so, and how often that has changed: a place on a trip is asked for anew then. */
  readonly way?: WayHome;
  /** Since when they are known to be at the home they come to, and not only in the county. */
  readonly homeAt?: Date;
  /** When that was said; a trip home that somebody asks for later is another one. */
  readonly homeSaidAt?: Date;
  readonly calls?: readonly { readonly at: Date; readonly answered: boolean; readonly opId: string }[];
  readonly duplicateOf?: string;
  readonly notes?: readonly SealedNote[];
  /** The traveller that ended and is judged again in this one (handbook 5.7). */
  readonly linkedFrom?: string;
  /** The change of the risk list behind it. */
  readonly linkedBy?: string;
  /** As of when a change of the risk list has judged somebody who was here already; nothing is dated back before it. */
  readonly judgedAt?: Date;
}

/** One person who comes, from the first word to the last link. */
export interface Traveller extends TrackedRecord<TravellerDetail> {
  readonly kind: 'TRAVELLER';
}

/** What the contracts of its actions carry, and what the product itself brings along. */
export interface TravellerBody {
  readonly answered?: boolean;
  readonly stays?: readonly StayDraft[];
  readonly plannedArrival?: string;
  readonly of?: string;
  readonly county?: string;
  readonly takenBy?: string;
  /** The duplicate that knows more than the first; what it knows is opened where it is judged, never part of an operation. */
  readonly newsFrom?: string;
  /** The tracker that ended by a contact; it keeps the contact sealed. */
  readonly contactFrom?: string;
  /** The finding that was none after all. */
  readonly contactGone?: string;
  readonly arrivedAt?: Date;
  /** How they come home by themselves. */
  readonly how?: OwnWay | undefined;
  /** Here means at the own door. */
  readonly atHome?: boolean | undefined;
  /** The instant of the change by which they are judged anew. */
  readonly judgedAt?: Date;
}

/** Another way home from now on, which gives up every place on a trip that was asked for before. Pure. */
export function otherWay({ detail }: Pick<Traveller, 'detail'>, how?: OwnWay): WayHome {
  return { changes: (detail.way?.changes ?? 0) + 1, ...(how ? { how } : {}) };
}

interface Here {
  readonly arrivedAt?: Date | undefined;
  readonly judgedAt?: Date | undefined;
}

/** From when on times of somebody who is here run: the arrival, or the change that has judged them anew. Pure. */
export function countedHere({ arrivedAt, judgedAt }: Here): Date | undefined {
  return arrivedAt && judgedAt ? latest(arrivedAt, judgedAt) : arrivedAt;
}

/** Four characters to speak of somebody at a post without a name. */
export function codeOf(id: string): string {
  return id.slice(-4).toUpperCase();
}

/** A device's clock may be wrong: nobody arrives in the future, or before anybody had heard of them. Pure. */
export function hereSince({ createdAt }: Pick<Traveller, 'createdAt'>, at: Date, now: Date): Date {
  return latest(createdAt, earliest(at, now));
}

/** Whoever saw them said that it was at home: a hotel or a worksite is none, there whoever answers for them receives them. Pure. */
export const isSaidHome = (
  { detail }: { readonly detail: Pick<TravellerDetail, 'destination'> },
  { atHome }: Pick<TravellerBody, 'atHome'>,
): boolean => atHome === true && detail.destination === 'HOUSEHOLD';

const terminal: readonly string[] = travellerMachine.terminal;
/** Nothing more happens to them under this record. Pure. */
export const isTravellerOver = ({ state }: Pick<Traveller, 'state'>): boolean => terminal.includes(state);

import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { PersonActor } from '../../lifecycle';
import type { VolunteerRepository } from './volunteer.repository';

/** A person as a dispatcher may see them. */
export interface PersonLabel {
  readonly label: string;
  readonly phoneMasked: string;
}

/** What somebody who falls ill leaves behind: each held task goes back or is prepared for handover. */
export type LeaveHeldWork = (actor: PersonActor, opId: string, now: Date) => Promise<void>;

/** What the use cases of volunteers need of the rest of the product. */
export interface VolunteerDeps {
  readonly connection: Connection;
  readonly volunteers: VolunteerRepository;
  readonly areaNames: (area: AreaId) => string[];
  readonly areaName: (area: AreaId) => string;
  /** Names and masked phone numbers of people, by id. */
  readonly labelsOf: (county: string, people: readonly string[]) => Promise<ReadonlyMap<string, PersonLabel>>;
  /** What the person advanced and has not got back. Fen. */
  readonly owedTo: (county: string, person: string) => Promise<number>;
  readonly leaveHeldWork: LeaveHeldWork;
  /** The doors where somebody was in a span of time; asked only for whoever fell ill. */
  readonly visitedDoors: (asked: Visitor) => Promise<readonly VisitedDoor[]>;
  /** Records who read where a person had been, or what is the matter with them, before it is answered. */
  readonly recordLook: (
    actor: PersonActor,
    person: string,
    at: Date,
    as: 'CDC_INVESTIGATOR' | 'DOCTOR',
  ) => Promise<void>;
  /** What is said of somebody's health is kept sealed. */
  readonly seal: (county: string, words: string) => Promise<string>;
  /** undefined once its key was destroyed. */
  readonly unseal: (county: string, sealed: string) => Promise<string | undefined>;
}

/** Whose doors are asked for, and of which time. */
export interface Visitor {
  readonly county: string;
  readonly person: string;
  readonly area: AreaId;
  readonly from: Date;
  readonly to: Date;
}

/** A door where somebody was; no name. */
export interface VisitedDoor {
  readonly household: string;
  readonly doorCode: string;
  readonly areaName: string;
  readonly at: Date;
  readonly did: string;
  /** Not at this household's door: its goods had been sent to another place by then. */
  readonly elsewhere?: true;
}

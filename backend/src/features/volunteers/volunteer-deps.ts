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
}

import type { AreaId } from '@grid-relief/shared-types/primitives/areas';

/** A bed for somebody on the way to a quarantine site (handbook 2.4, 2.11). */
export interface BedWish {
  readonly county: string;
  readonly site: string;
  /** A passenger or a link of a chain: the same room however often it is asked. */
  readonly for: string;
  /** The traveller. */
  readonly about?: string;
  readonly expectedAt?: Date;
  readonly heads?: number;
}

/** The room that is kept, and until when. */
export interface KeptBed {
  readonly room: string;
  readonly label: string;
  readonly until: Date;
}

/** A site with what it has to give. */
export interface SiteBeds {
  readonly site: string;
  readonly name: string;
  readonly area: string;
  readonly free: number;
  readonly rooms: number;
  /** At or under its threshold: people are sent elsewhere while they can be. */
  readonly low: boolean;
}

/** The beds of quarantine sites, as whoever sends people there uses them. */
export interface Beds {
  /** Keeps one clean room of the site; asking again prolongs, asking for another site moves it. undefined: none is free. */
  keep(wish: BedWish): Promise<KeptBed | undefined>;
  /** Gives it back if it is still only kept. */
  giveBack(county: string, heldFor: string): Promise<void>;
  /** Somebody moved in: once; also when the keeping had run out and a room is still free. undefined: no room is left. */
  moveIn(county: string, heldFor: string, site: string): Promise<Pick<KeptBed, 'room' | 'label'> | undefined>;
  /** A room that is kept for one of these, or in which one lives. */
  takenBy(county: string, people: readonly string[]): Promise<string | undefined>;
  /** Sites with their free rooms, those at or under their threshold last, the fullest last. */
  list(county: string): Promise<readonly SiteBeds[]>;
}

/** The room of a quarantine site in which somebody lives. */
export interface SiteRoom {
  readonly room: string;
  readonly siteName: string;
  readonly label: string;
  /** The site's own place: who keeps it has to do with whoever is there. */
  readonly area: AreaId;
  readonly notice: 'SIGNED' | 'SERVED';
  /** The operation by which they moved in. */
  readonly movedInBy: string;
  /** Person, belongings and room together. */
  readonly sampled?: { readonly at: Date; readonly by: string };
}

/** Rooms of sites, as quarantines use them; people are named by traveller or quarantine. */
export interface SiteRooms {
  /** The room in which one of these lives; they are the same person. */
  roomOf(county: string, people: readonly string[]): Promise<SiteRoom | undefined>;
  /** The samples that a release from the room waits for were taken; a second time nothing happens. */
  sampleRoom(sample: {
    readonly county: string;
    readonly people: readonly string[];
    readonly at: Date;
    readonly by: string;
  }): Promise<void>;
  /** They have left every room they moved into before an instant. */
  leaveRooms(leave: {
    readonly county: string;
    readonly people: readonly string[];
    readonly before: Date;
    /** They come to none any more either. */
    readonly isOver: boolean;
  }): Promise<void>;
}

/** Somebody's room has changed: the quarantine of the traveller, or this one, comes along. */
export type FollowRoom = (county: string, person: string) => Promise<void>;

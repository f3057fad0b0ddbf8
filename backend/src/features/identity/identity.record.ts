import type { Role, Team } from '@grid-relief/shared-types/roles';

/** A person's name and phone, sealed; everything else refers to the id (handbook 8). */
export interface PersonRecord {
  readonly _id: string;
  readonly county: string;
  /** Sealed for the purpose `account`; absent until somebody gives a name. */
  readonly name?: string;
  readonly phone: string;
  /** Keyed hashes of the phone, one for each living index key; for look-up, never unique. */
  readonly phoneIndex: readonly string[];
  /** The WeChat account that messages go to, sealed; the one last signed in with. */
  readonly openid?: string;
  readonly createdAt: Date;
}

export interface StoredGrant {
  readonly role: Role;
  readonly area: string;
  readonly until?: Date;
  readonly team?: Team;
  /** The change of the area tree by which it also counts here; absent: somebody gave it. */
  readonly change?: string;
  /**
   * The areas by way of which it counts here, from the one where somebody gave it: it ends when the role ends in any of
   * them. Absent: somebody gave it.
   */
  readonly through?: readonly string[];
}

export const proxyRelations = ['CHILD', 'PARENT', 'SPOUSE', 'RELATIVE', 'NEIGHBOUR', 'FRIEND'] as const;
export type ProxyRelation = (typeof proxyRelations)[number];

export interface StoredHousehold {
  readonly household: string;
  readonly relation: 'OWN' | 'PROXY';
  /** A post whose shift the person leads, and no home (decision 0013). */
  readonly post?: true;
  /** How the person stands to the household spoken for; absent for the own one. */
  readonly as?: ProxyRelation;
  readonly consentedAt?: Date;
}

/** An operation done to an account, so that a repeat is recognised. */
export interface StoredOp {
  readonly opId: string;
  readonly by: string;
  readonly inputHash: string;
  readonly at: Date;
}

/** What a person may do. The version rises with every change; tokens name the one they were made under. */
export interface AccountRecord {
  readonly _id: string;
  readonly county: string;
  readonly grants: readonly StoredGrant[];
  readonly households: readonly StoredHousehold[];
  readonly version: number;
  /** Tokens made under an older version are refused: set by "sign out everywhere". */
  readonly tokensFrom: number;
  /** The latest sign-ins that were ended: their access tokens, which live for minutes, are refused. */
  readonly endedSessions?: readonly string[];
  readonly blocked: boolean;
  /** Invitations taken: none can be taken twice, also after its grant ended. */
  readonly invitations: readonly string[];
  readonly ops: readonly StoredOp[];
  /** By the machine's clock: what other processes ask for to learn of changes. */
  readonly changedAt: Date;
}

/** Who owns a phone or an openid: one document whose `_id` is the keyed hash (handbook 8). */
export interface OwnerRecord {
  readonly _id: string;
  readonly county: string;
  readonly person: string;
}

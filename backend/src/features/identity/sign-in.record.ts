/** One sign-in on one device: a family of refresh tokens of which one lives at a time. */
export interface SessionRecord {
  readonly _id: string;
  readonly county: string;
  readonly person: string;
  /** Keyed hash of what the device calls itself. */
  readonly device: string;
  /** Rises with each refresh. */
  readonly generation: number;
  /** Hash of the living token. */
  readonly current: string;
  readonly rotatedAt: Date;
  readonly revokedAt?: Date;
  readonly expiresAt: Date;
}

/** A one-time code, as a keyed hash; its `_id` says for what and for whom. */
export interface CodeRecord {
  readonly _id: string;
  readonly codeHash: string;
  readonly expiresAt: Date;
  /** Which device used it, as a keyed hash: a repeat of the same request, whose answer was lost, still counts. */
  readonly usedBy?: string;
  readonly usedAt?: Date;
  /** What the code consents to. */
  readonly relation?: string;
}

/** One operation that asked a household for consent; its `_id` is the operation. */
export interface ProxyAskRecord {
  readonly _id: string;
  readonly county: string;
  readonly by: string;
  readonly inputHash: string;
  readonly at: Date;
  /** The text has left, or is about to. */
  readonly sent: boolean;
  readonly expiresAt: Date;
}

/** The guesses of the last minutes. */
export interface GuessRecord {
  readonly _id: string;
  readonly at: readonly Date[];
  readonly expiresAt: Date;
}

/** An invitation to a role; its `_id` is the operation that made it. */
export interface InvitationRecord {
  readonly _id: string;
  readonly county: string;
  readonly by: string;
  readonly inputHash: string;
  readonly codeHash: string;
  /** Keyed hash of the phone invited: another person's phone does not open it. */
  readonly phone: string;
  readonly role: string;
  readonly area: string;
  readonly team?: string;
  readonly until: Date;
  readonly expiresAt: Date;
  readonly acceptedBy?: string;
  /** It was taken then, and what others do in consequence is not known to be done. */
  readonly followsSince?: Date;
}

/** One door whose goods the carrier paid for, as the book stands. Fen. */
export interface PaidDoor {
  readonly delivery: string;
  readonly owedFen: number;
  /** What this same float has covered of it before: a second delivery of the same entry. */
  readonly coveredFen: number;
}

/** What is covered of a door now. Fen. */
export interface Cover {
  readonly delivery: string;
  readonly amountFen: number;
}

/**
 * Which doors the cash covers that a carrier keeps of the float: in the order in which they are walked, each whole as
 * far as it reaches, the last one in part. Nothing is covered beyond what is owed; what no door is owed is left over
 * (handbook 2.1, pay modes). Pure.
 */
export function coversFor(doors: readonly PaidDoor[], keptFen: number): Cover[] {
  let left = keptFen - doors.reduce((sum, { coveredFen }) => sum + coveredFen, 0);
  return doors.flatMap(({ delivery, owedFen }) => {
    const amountFen = Math.max(0, Math.min(owedFen, left));
    left -= amountFen;
    return amountFen > 0 ? [{ delivery, amountFen }] : [];
  });
}

/** Doors in the order that was fixed for the walk; those that came to the run otherwise follow by their ids. Pure. */
export function inWalkingOrder<T extends { readonly _id: string }>(doors: readonly T[], order: readonly string[]): T[] {
  const place = (id: string) => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  return [...doors].sort((a, b) => place(a._id) - place(b._id) || (a._id < b._id ? -1 : 1));
}

/** So wide is a number made, that "2" comes before "10". */
const width = 6;

/** A sign of a door as it sorts while walking: number by number, so that 3-1-0201 comes before 3-1-1001. Pure. */
export function walkingOrder(door: string): string {
  return door.replace(/\d+/g, (digits) => digits.padStart(width, '0'));
}

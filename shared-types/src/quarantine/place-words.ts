/**
 * The names of a place, the widest first, as a person says them: a city that is a province of its own has its name once.
 * @param between what stands between two names
 */
export function placeWords(place: readonly string[], between = ''): string {
  return place.filter((name, nth) => name !== place[nth - 1]).join(between);
}

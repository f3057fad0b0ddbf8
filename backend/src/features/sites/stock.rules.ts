/** How much room there is in a site. */
export interface Stock {
  readonly state: string;
  /** Clean rooms that nobody has. */
  readonly free: number;
  /** All but those that are no rooms of it any more. */
  readonly rooms: number;
  readonly threshold: number;
}

/**
 * What a site's stock of clean rooms brings about (handbook 1, C14). It runs low below the threshold and has recovered
 * above it, or when every room is clean: at the threshold itself it stays as it was, so that one room going to and fro
 * is told once. Pure.
 */
export function stockMove({ state, free, rooms, threshold }: Stock): 'runLow' | 'recover' | undefined {
  if (state === 'OPEN') return free < threshold ? 'runLow' : undefined;
  if (state !== 'LOW') return undefined;
  return free > threshold || (free === rooms && free >= threshold) || threshold === 0 ? 'recover' : undefined;
}

/** Whether it is short of rooms now, also before anybody has written it down. Pure. */
export function isLow(stock: Stock): boolean {
  const move = stockMove(stock);
  return move === 'runLow' || (stock.state === 'LOW' && move === undefined);
}

/** The order in which sites are asked: those at or under their threshold last, the fullest last; then by name. Pure. */
export function inOrderOfRoom<T extends Stock & { readonly name: string }>(sites: readonly T[]): T[] {
  const isShort = ({ free, threshold }: Stock) => (free <= threshold ? 1 : 0);
  const fullness = ({ free, rooms }: Stock) => (rooms === 0 ? 1 : 1 - free / rooms);
  return [...sites].sort(
    (a, b) => isShort(a) - isShort(b) || fullness(a) - fullness(b) || a.name.localeCompare(b.name, 'zh'),
  );
}

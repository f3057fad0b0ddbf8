import { areasOf } from '../../lifecycle';
import { fleet } from './fleet';
import type { TransferDeps } from './transfer.deps';
import type { Vehicle } from './vehicle';
import { wrong } from './verb';

/** @throws Problem invalid-input when another vehicle of the county has this plate */
export async function mustBeOwnPlate(
  { connection }: TransferDeps,
  { county, _id }: Pick<Vehicle, 'county' | '_id'>,
  plate: string,
): Promise<void> {
  const others = await fleet(connection).all(county);
  if (others.some((one) => one.plate === plate && one._id !== _id)) throw wrong('plate', 'is another vehicle of ours');
}

/** @throws Problem invalid-input naming who drives nothing here */
export async function mustBeDrivers(deps: TransferDeps, county: string, drivers: readonly string[]): Promise<void> {
  const now = deps.now();
  for (const [at, driver] of drivers.entries()) {
    const actor = await deps.actorOf(driver);
    const drives = actor?.county === county && areasOf(actor, 'DRIVER', now).length > 0;
    if (!drives) throw wrong(`drivers/${at}`, 'drives nothing in this county');
  }
}

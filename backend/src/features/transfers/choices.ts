import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { TransferChoices } from '@grid-relief/shared-types/transfers/transfer-choices.schema';
import { Problem } from '../../http/problem';
import { holdsRole, type PersonActor } from '../../lifecycle';
import { fleet } from './fleet';
import { unfitFor } from './fleet.rules';
import { vehicleViews } from './read-vehicles';
import type { TransferDeps } from './transfer.deps';
import { planners } from './transfer.policy';
import { transferRepository } from './transfer.repository';
import { needsOf } from './trip-needs';
import { driverViews } from './vehicle.presenter';

/**
 * What a trip can be given: the roomiest site first, the smallest vehicle that fits first.
 * @throws Problem not-found
 */
export async function choicesFor(deps: TransferDeps, actor: PersonActor, id: string): Promise<TransferChoices> {
  const stored = transferRepository(deps.connection);
  const { county } = actor;
  const trip = await stored.byId(county, id);
  if (!trip || !holdsRole(actor, planners, trip.scope, deps.now())) throw new Problem('not-found');
  const needs = await needsOf(deps, trip);
  const [sites, all, drivers] = await Promise.all([
    deps.beds.list(county),
    fleet(deps.connection).all(county),
    deps.driversFor(county, trip.scope),
  ]);
  const fits = all.filter(
    (one) => one.state === 'IN_SERVICE' && !one.seats?.length && !unfitFor(needs, { ...one, seats: one.places }),
  );
  const busy = await fleet(deps.connection).busy(county, drivers);
  const labels = await deps.labelsOf(county, drivers);
  const free = drivers.filter((driver) => !busy.has(driver) || trip.detail.driver?.owner === driver);
  const choices = {
    sites: [...sites]
      .sort((a, b) => b.free - a.free)
      .map(({ area, ...site }) => ({ ...site, areaName: deps.areaName(areaId(area)) })),
    vehicles: await vehicleViews(
      deps,
      actor,
      [...fits].sort((a, b) => a.places - b.places),
    ),
    drivers: driverViews(labels, free),
  };
  return choices as TransferChoices; // ids were parsed when they came in
}

import { addHours } from '@grid-relief/shared-types/primitives/instants';
import type { Connection } from 'mongoose';
import type { Deps, Worker } from '../feature';
import { holdersFor } from '../features/deliveries';
import { householdRepository } from '../features/households';
import { sweepPickupClaims } from '../features/pickup-slots';
import { bedClaims } from '../features/sites';
import { sweepFleet } from '../features/transfers';
import { repeatedly } from '../platform/repeatedly';
import { sweepReservations } from '../reservations';

const sweepEveryMs = 60_000;
/** Longer than any stay: a bed that was promised so long ago says nothing any more. */
const bedsForgottenAfterDays = 60;

/** Reclaims "one open request" places, turns and numbers that a crash left behind, behind a fence (handbook: architecture 4). */
export function reservationSweep({ connection, vault, now, log }: Deps): Worker {
  const households = householdRepository(connection, vault);
  const sweep = async () => {
    const places = connection.collection('reservations');
    await sweepReservations(places, (place) => holdersOf(connection, households, place, now()), now());
    await sweepPickupClaims(connection, now());
    await sweepFleet(connection, now());
    await bedClaims(connection).forgetBefore(addHours(now(), -24 * bedsForgottenAfterDays));
  };
  const onError = (error: unknown) => log.warn({ err: error }, 'reservation sweep');
  return { name: 'reservation-sweep', ...repeatedly(sweepEveryMs, sweep, { onError }) };
}

function holdersOf(
  connection: Connection,
  households: ReturnType<typeof householdRepository>,
  place: { readonly _id: string; readonly county: string },
  at: Date,
) {
  const [household = '', variant = ''] = place._id.split(':');
  const { county } = place;
  return {
    look: (id: string) =>
      holdersFor(connection, { county, household, variant: variant as never, area: county }, at).look(id),
    async insertVoid(id: string) {
      const area = (await households.find(county, household))?.area ?? county;
      return holdersFor(connection, { county, household, variant: variant as never, area }, at).insertVoid(id); // the key was made of a kind
    },
  };
}

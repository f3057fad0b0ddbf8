import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import {
  type Beds,
  type EveryNameOf,
  feverTenthsOf,
  type HasDied,
  type JudgementAt,
  type MoveLink,
  type RefusalDesk,
} from '../features/quarantine';
import {
  lateTransferFacts,
  type PassengerTurn,
  type TransferDeps,
  transferDesk,
  transferHandlers,
  transferRoutes,
  vehicleRoutes,
} from '../features/transfers';
import type { Labels } from './labels';

/** What other features give to transfers. */
export interface TransferWiring {
  readonly judgementAt: JudgementAt;
  readonly moveLink: MoveLink;
  readonly beds: Beds;
  readonly everyName: EveryNameOf;
  readonly hasDied: HasDied;
  readonly refusals: Pick<RefusalDesk, 'record'>;
  readonly turned: (turn: PassengerTurn) => Promise<void>;
  readonly personFor: TransferDeps['personFor'];
  readonly roomOf: TransferDeps['roomOf'];
  readonly labelsOf: Labels['labelsOf'];
}

type TransferParts = Pick<Deps, 'connection' | 'now' | 'vault'> & {
  readonly audit: Pick<Deps['audit'], 'record'>;
  readonly identity: Pick<Deps['identity'], 'actorOf' | 'holdersOf'>;
};

/** What transfers need of the other features, as functions (docs/architecture.md, rule 1). */
export function transferDeps(
  { connection, now, vault, audit, identity }: TransferParts,
  book: Pick<AreaBook, 'areaName' | 'areaNames'>,
  { judgementAt, ...given }: TransferWiring,
): TransferDeps {
  return {
    ...{ connection, now, recordLook: audit.record },
    areaName: (area) => wayTo(book, area),
    ...given,
    cipherOf: (county) => vault.of(county, 'epidemic'),
    feverTenths: async (county) => feverTenthsOf((await judgementAt(county, now())).policy.parameters),
    actorOf: identity.actorOf,
    driversFor: (county, scope) => identity.holdersOf(county, 'DRIVER', scope.map(place), now()),
    driversIn: (county) => identity.holdersOf(county, 'DRIVER', [place(county)], now()),
  };
}

/** Trips from door to door: what is mounted, what the relay delivers, and what a chain asks for. */
export function quarantineTransfers(...given: Parameters<typeof transferDeps>) {
  const deps = transferDeps(...given);
  return {
    desk: transferDesk(deps),
    handlers: transferHandlers(deps),
    lateFacts: lateTransferFacts(deps),
    routes: [...transferRoutes(deps), ...vehicleRoutes(deps)],
  };
}

/** County and township: whoever drives here knows them. */
const widest = 2;

/** A building has its number from its grid, and a grid from its village: by that alone no driver finds it. */
function wayTo({ areaName, areaNames }: Pick<AreaBook, 'areaName' | 'areaNames'>, area: AreaId): string {
  return areaNames(area).slice(widest).join(' ') || areaName(area);
}

const place = (area: string): AreaId => areaId(area);

import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import type { OtherWorks } from '../features/deliveries';
import { householdRepository } from '../features/households';
import type { Invited } from '../features/identity';
import type { MoveLink } from '../features/quarantine';
import {
  lateReturneeFacts,
  linkMover,
  nameInvitedHost,
  type ReturneeDeps,
  type ReturneeHandlers,
  returneeHandlers,
  returneeRoutes,
  submitReturnees,
} from '../features/returnees';
import type { Route } from '../http/mount';
import { holdsRole, type PersonActor } from '../lifecycle';
import { nameBehind } from './name-behind';

/** What policies, episodes, codes, refusals and transfers give to returnees. */
export type ReturneeWiring = Pick<
  ReturneeDeps,
  | ('judgementAt' | 'openEpisode' | 'openInvestigation' | 'openHomeEvent' | 'isCountedOtherwise' | 'revokeContact')
  | ('codes' | 'refusals' | 'transfers' | 'showSamePerson')
>;

type ReturneeParts = Pick<Deps, 'connection' | 'now' | 'vault'> & {
  readonly audit: Pick<Deps['audit'], 'record'>;
  readonly identity: Pick<Deps['identity'], 'ownerOfPhone' | 'actorOf'>;
};

/** People who come: what is mounted, what the relay delivers, and what others may call. */
export interface ReturneeFeature {
  readonly routes: Route[];
  readonly handlers: ReturneeHandlers;
  readonly moveLink: MoveLink;
  /** Facts that came too late for their records. */
  readonly lateFacts: OtherWorks;
  /** For a change of policy or risk list, which judges people anew. */
  readonly deps: ReturneeDeps;
  readonly submit: (actor: PersonActor, draft: ReturneeReportDraft) => Promise<unknown>;
  /** A host may have been named before anybody had invited them. */
  readonly invited: Invited;
}

/** People who come, with what they need of the other features. */
export function quarantineReturnees(
  { connection, now, vault, audit, identity }: ReturneeParts,
  book: Pick<AreaBook, 'areaName' | 'has'>,
  given: ReturneeWiring,
): ReturneeFeature {
  const households = householdRepository(connection, vault);
  const deps: ReturneeDeps = {
    ...{ connection, now },
    ...given,
    ...{ areaName: book.areaName, knowsArea: book.has, nameBehind: nameBehind({ connection, now }) },
    recordLook: audit.record,
    cipherOf: (county) => vault.of(county, 'epidemic'),
    async areaOf(county, household) {
      const found = await households.find(county, household);
      // nobody comes home to a post
      return found && !found.post ? areaId(found.area) : undefined;
    },
    // whoever is only named by a number somebody wrote down hears nothing: a host is somebody whom the county has invited
    async hostOf(county, area, phone) {
      const owner = await identity.ownerOfPhone(phone);
      const actor = owner === undefined ? undefined : await identity.actorOf(owner);
      const isHost = actor?.county === county && holdsRole(actor, 'HOST_UNIT', scopeOf(area), now());
      return isHost ? actor.personId : undefined;
    },
    doorCodeOf: async (county, household) => (await households.doorCodes(county, [household])).get(household),
  };
  return {
    routes: returneeRoutes(deps),
    handlers: returneeHandlers(deps),
    moveLink: linkMover(deps),
    lateFacts: lateReturneeFacts(deps),
    deps,
    submit: (actor, draft) => submitReturnees(deps, actor, draft),
    invited: async ({ county, role, phone }) => {
      if (role === 'HOST_UNIT') await nameInvitedHost(deps, county, phone);
    },
  };
}

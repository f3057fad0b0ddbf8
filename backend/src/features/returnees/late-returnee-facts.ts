import type { Tracked } from '../../lifecycle';
import type { OtherWork, OtherWorks } from '../deliveries';
import { comeAgain } from './come-again';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { links, trackers, travellers } from './returnees';
import { hereSince, isTravellerOver, type TravellerAction, type TravellerBody, travellerMachine } from './traveller';

const comeAgainWord = 'comeAgain';
const notHere: readonly string[] = ['CANCELLED', 'LEFT_COUNTY', 'HANDED_OUT'];

/** What a phone without a network had seen of whoever comes: an arrival counts also where the trip had been given up. */
function lateTravellerFacts(deps: ReturneeDeps): OtherWork {
  const stored = returneeRepository(deps.connection);
  return {
    find: (county, id) => stored.byId(county, id),
    catchesUp({ state }, { action }) {
      if (action === 'arrive' && notHere.includes(state)) return [comeAgainWord];
      const rule = travellerMachine.actions[action as TravellerAction];
      const mayFollow = rule?.by.some((who) => 'system' in who && who.system === 'outbox');
      if (mayFollow && rule?.from.some((from) => from === state)) return [action];
      return isTravellerOver({ state }) ? 'ENDED' : 'ALREADY_SO';
    },
    async act({ county, id, action, opId, occurredAt, body }) {
      const traveller = await stored.byId(county, id);
      // parsed by the contract of the fact
      const said = body as TravellerBody;
      if (traveller && action === comeAgainWord)
        return comeAgain(deps, traveller, {
          arrivedAt: hereSince(traveller, occurredAt, deps.now()),
          atHome: said.atHome,
        });
      const actor = { system: 'outbox', county } as const;
      return travellers(deps).act({
        ...{ county, id, opId, occurredAt, actor, action: action as TravellerAction },
        body: said,
      });
    },
  };
}

/** What changes nothing any more; it is read and noted. */
function ended(find: (county: string, id: string) => Promise<Tracked | null>): OtherWork {
  return { find, catchesUp: () => 'ENDED', act: async () => undefined };
}

/** Facts about people who come that were too late for their records, by kind of record. */
export function lateReturneeFacts(deps: ReturneeDeps): OtherWorks {
  return {
    TRAVELLER: lateTravellerFacts(deps),
    CHAIN_LINK: ended((county, id) => links(deps).byId(county, id)),
    HEALTH_TRACKER: ended((county, id) => trackers(deps).byId(county, id)),
  };
}

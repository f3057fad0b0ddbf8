import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import { codeRequestRepository } from '../features/code-requests';
import { type DeliveryDeps, deliveryRepository } from '../features/deliveries';
import { codeToAsk, type EpisodeDeps, quarantinesAtHome } from '../features/episodes';
import { type HomeCodeAsked, type HomeFacts, type HouseholdEventDeps, mayRunOn } from '../features/household-events';
import { dutyPhoneOf, householdRepository } from '../features/households';
import type { CodeDesk } from '../features/quarantine';
import { followedAtHome } from '../features/returnees';
import { derivedId } from '../platform/ids';
import { bringToHome, holdGoodsOf, requestsOf } from './home-goods';

interface Around {
  readonly forDeliveries: DeliveryDeps;
  /** Episodes are put together after what they themselves ask. */
  readonly forEpisodes: () => EpisodeDeps;
  readonly codes: CodeDesk;
}

/** What events in homes need of the other features, as functions (docs/architecture.md, rule 1). */
export function householdEventDeps(
  deps: Deps,
  { areaName }: Pick<AreaBook, 'areaName'>,
  { forDeliveries, forEpisodes, codes }: Around,
): HouseholdEventDeps {
  const { connection, now, vault, audit } = deps;
  const households = householdRepository(connection, vault);
  return {
    ...{ connection, now, areaName, recordLook: audit.record, doorCodes: households.doorCodes },
    cipherOf: (county) => vault.of(county, 'epidemic'),
    async homeArea(county, household) {
      const found = await households.find(county, household);
      return found && !found.post ? areaId(found.area) : undefined;
    },
    gridPhone: (county, area) => dutyPhoneOf(deps, county, area),
    holdGoods: (event) => holdGoodsOf(forDeliveries, event),
    homeFacts: (event) => factsOf(deps, forEpisodes(), event),
    askCode: (asked) => askCode(forEpisodes(), codes, asked),
    bring: (need) => bringToHome(deps, forDeliveries, need),
    tell: forDeliveries.tell,
  };
}

/** Requests, quarantines, trackers and codes of a home; of all but the first only what the event asks for (handbook 2.11). */
async function factsOf(
  { connection }: Pick<Deps, 'connection'>,
  episodes: EpisodeDeps,
  { county, household, variant, about }: Parameters<HouseholdEventDeps['homeFacts']>[0],
): Promise<Omit<HomeFacts, 'welfare'>> {
  const deliveries = requestsOf(
    await deliveryRepository(connection).list({ county, household, state: stillOpen }, { createdAt: 1 }, 100),
  );
  const isAsked = mayRunOn({ variant, about });
  if (variant !== 'POSITIVE' && !isAsked) return { deliveries, episodes: [], trackers: [] };
  const people = await quarantinesAtHome(episodes, county, household);
  const travellers = people.flatMap((one) => one.about ?? []);
  const asked = await codeRequestRepository(connection).assignedFor(county, travellers);
  return {
    deliveries,
    trackers: isAsked ? await followedAtHome({ connection }, county, household) : [],
    episodes: people.map(({ id, state, isOpen, createdAt, endedAt = new Date(0), wanted, about }) => {
      // what was asked for before somebody was positive is no code of a case
      const hasCode = asked.some((one) => one.about === about && one.createdAt >= endedAt);
      return { id, state, isOpen, createdAt, lacksCode: wanted !== undefined && !hasCode };
    }),
  };
}

/** What is over, or waits for money alone, is in nobody's way. */
const stillOpen = {
  $nin: ['CLOSED', 'CANCELLED', 'MERGED', 'REJECTED', 'VOID', 'SETTLED', 'PAID_BY_AID', 'WRITTEN_OFF'],
};

/** One request for each person of a home and event; whoever says so has written it, and approves none of its steps. */
async function askCode(episodes: EpisodeDeps, codes: CodeDesk, { county, event, episode, by }: HomeCodeAsked) {
  const said = await codeToAsk(episodes, county, episode);
  if (!said) return;
  const id = derivedId(county, event, 'code', episode);
  await codes.open({ ...said, id, asked: 'ASSIGN', writers: [by], because: 'HOME_EVENT' });
}

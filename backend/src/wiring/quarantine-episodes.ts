import { DeliveryDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { FileId } from '@grid-relief/shared-types/primitives/ids';
import type { SupplyGood } from '@grid-relief/shared-types/quarantine/supply.schema';
import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import { type DeliveryDeps, deliveryRepository, submitDelivery } from '../features/deliveries';
import type { EpisodeDeps, NeedOfHousehold } from '../features/episodes';
import { fileRepository } from '../features/files';
import { dutyPhoneOf, householdRepository } from '../features/households';
import type { JudgementAt } from '../features/quarantine';
import { Problem } from '../http/problem';

/** What returnees, codes, sites, sensors, merges and policies give to episodes. */
export type EpisodeWiring = Pick<
  EpisodeDeps,
  | ('moveLink' | 'askCodeClearing' | 'openInvestigation' | 'openHomeEvent' | 'rooms' | 'doorSigns')
  | ('samePerson' | 'outrunMerges' | 'showSamePerson' | 'transfers' | 'refusals')
> & {
  readonly judgementAt: JudgementAt;
  /** Nobody of a home is in quarantine there any more: nothing watches its door. */
  readonly releaseDoor: (county: string, household: string) => Promise<void>;
};

/** What episodes need of the other features, as functions (docs/architecture.md, rule 1). */
export function episodeDeps(
  deps: Deps,
  book: AreaBook,
  deliveries: DeliveryDeps,
  { judgementAt, releaseDoor, ...given }: EpisodeWiring,
): EpisodeDeps {
  const { connection, now, vault, audit } = deps;
  const households = householdRepository(connection, vault);
  const purposeOf = (use: string) => `episode/${use}`;
  return {
    ...{ connection, now, areaName: book.areaName, doorCodes: households.doorCodes },
    seal: async (county, text, use) => (await vault.of(county, 'epidemic')).seal(text, purposeOf(use)),
    unseal: async (county, sealed, use) => (await vault.of(county, 'epidemic')).open(sealed, purposeOf(use)),
    gridPhone: (county, area) => dutyPhoneOf(deps, county, area),
    async fileOf(county, id) {
      const found = await fileRepository(connection).facts(FileId.parse(id));
      return found?.county === county ? found : undefined;
    },
    policyAt: async (county, at) => (await judgementAt(county, at)).policy,
    ...given,
    async setInQuarantine(county, household, is) {
      await households.setInQuarantine(county, household, is);
      if (!is) await releaseDoor(county, household);
    },
    householdFacts: (county, household) => households.find(county, household),
    async lastRequestAt(county, household) {
      const [last] = await deliveryRepository(connection).list({ county, household }, { createdAt: -1 }, 1);
      return last?.createdAt;
    },
    bringToHousehold: (need) => bring(deps, deliveries, need),
    recordLook: ({ opId, actor, role, episode, why, at }) =>
      audit.record({
        ...{ id: opId, county: actor.county, at, who: actor.personId, role },
        ...{ kind: 'episode', record: episode, did: 'reveal', why },
      }),
  };
}

const words: Readonly<Record<SupplyGood, { readonly name: string; readonly unit: string }>> = {
  PARCEL: { name: '三天的米面油菜', unit: '份' },
  MEDICINE: { name: '常用药（请先打电话问清）', unit: '份' },
  INFANT: { name: '婴儿奶粉、尿布', unit: '份' },
  DIABETIC: { name: '糖尿病人的药和食物（先问清）', unit: '份' },
  SELF_TESTS: { name: '抗原自测盒', unit: '盒' },
  YELLOW_BAGS: { name: '黄色垃圾袋', unit: '卷' },
};

/** A request in the name of the home, for which nobody there had to ask. One that is open already is enough. */
async function bring({ identity }: Deps, deliveries: DeliveryDeps, need: NeedOfHousehold): Promise<boolean> {
  const { id, county, household, good, by } = need;
  const [member] = await identity.peopleOf(county, household);
  const actor = member && (await identity.actorOf(member.person));
  if (!actor) return false;
  const draft = DeliveryDraft.parse({
    ...{ id, household, kind: 'GROCERY', payMode: 'VOLUNTEER_ADVANCE', wantedBy: by.toISOString(), daysLeft: 0 },
    lines: [{ line: good.toLowerCase(), ...words[good], quantity: 1, substitution: { rule: 'ASK' } }],
  });
  try {
    await submitDelivery(deliveries, actor, draft);
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'already-open') throw error;
  }
  return true;
}

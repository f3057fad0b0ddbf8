import type { Deps } from '../feature';
import { householdRepository } from '../features/households';
import type { FoundPerson, Holding } from '../features/person-merges';

/** Somebody with an account, and the homes they live in. */
export interface AccountOf extends FoundPerson {
  readonly homes: readonly string[];
}

/** People with accounts, as a merge sees them: at home in an area, with those who speak for the home. */
export function openPeople({ connection, vault, identity }: Pick<Deps, 'connection' | 'vault' | 'identity'>) {
  const households = householdRepository(connection, vault);
  return {
    /** Those of these who have an account and a home here; whoever has none is at home in no area. */
    async find(county: string, ids: readonly string[]): Promise<AccountOf[]> {
      if (ids.length === 0) return [];
      const open = await identity.open(county, ids);
      const found = [...open.values()].map(async ({ id, name, phone }): Promise<AccountOf[]> => {
        const homes = (await identity.actorOf(id))?.ownHouseholds ?? [];
        const [home] = (await Promise.all(homes.map((one) => households.find(county, one)))).flatMap((one) =>
          one && !one.post ? [one] : [],
        );
        if (!home) return [];
        const who = { ...(name ? { name } : {}), phone };
        return [{ kind: 'PERSON', id, area: home.area, scope: home.scope, names: [id], steps: [], who, homes }];
      });
      return (await Promise.all(found)).flat();
    },
    /** Accounts, and consents to speak: by these people for others, and by others for their homes. */
    async holdingsOf(county: string, people: readonly AccountOf[], homes: readonly string[]): Promise<Holding[]> {
      const speaking = people.map(async ({ id, area }) => {
        const actor = await identity.actorOf(id);
        return (actor?.proxyHouseholds ?? []).map((home) => ({ ...consent, id: home, area }));
      });
      const spokenFor = homes.map(async (home) => {
        const [of, members] = await Promise.all([households.find(county, home), identity.peopleOf(county, home)]);
        const proxies = members.filter(({ relation }) => relation === 'PROXY');
        return of ? proxies.map(({ person: id }) => ({ ...consent, id, area: of.area })) : [];
      });
      return [
        ...people.map(({ id, area }) => ({ kind: 'ACCOUNT' as const, id, state: 'ACTIVE', area })),
        ...(await Promise.all([...speaking, ...spokenFor])).flat(),
      ];
    },
  };
}

const consent = { kind: 'PROXY', state: 'CONSENTED' } as const;

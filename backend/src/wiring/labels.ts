import type { Somebody } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type * as z from '@grid-relief/shared-types/zod';
import type { Deps } from '../feature';
import type { VolunteerRepository } from '../features/volunteers';
import { maskName, maskPhone } from '../masks';

export type Label = z.infer<typeof Somebody>;

/** Surname and stars: how everybody but the person's own circle sees somebody. */
export interface Labels {
  /** For timelines and carriers: masked name and, of a volunteer, the team. */
  labelsOf(county: string, people: readonly string[]): Promise<ReadonlyMap<string, Label>>;
  /** For dispatchers: with the masked phone. */
  withPhones(
    county: string,
    people: readonly string[],
  ): Promise<ReadonlyMap<string, { label: string; phoneMasked: string }>>;
}

/** Labels from the people's names and the volunteers' teams; two reads for any number of people. */
export function openLabels({ identity }: Pick<Deps, 'identity'>, volunteers: VolunteerRepository): Labels {
  return {
    async labelsOf(county, people) {
      if (people.length === 0) return new Map();
      const [known, teams] = await Promise.all([identity.open(county, people), volunteers.teamsOf(county, people)]);
      return new Map(
        people.map((id) => {
          const team = teams.get(id);
          return [id, { label: maskName(known.get(id)?.name ?? ''), ...(team ? { team } : {}) }];
        }),
      );
    },
    async withPhones(county, people) {
      if (people.length === 0) return new Map();
      const known = await identity.open(county, people);
      return new Map(
        [...known].map(([id, { name, phone }]) => [id, { label: maskName(name), phoneMasked: maskPhone(phone) }]),
      );
    },
  };
}

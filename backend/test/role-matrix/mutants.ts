import { lifecycles } from '@grid-relief/shared-types/lifecycles/all';
import type {
  ActionRule,
  Allowed,
  Lifecycle,
  Relation,
  SystemCause,
} from '@grid-relief/shared-types/lifecycles/lifecycle';
import { type Role, roles } from '@grid-relief/shared-types/roles';

/** One check of one rule taken away, put in, or exchanged for another. */
export interface Mutant {
  readonly machine: Lifecycle;
  readonly action: string;
  readonly how: 'removed' | 'exchanged' | 'moved' | 'added';
  /** In words, for a report. */
  readonly what: string;
  readonly rule: ActionRule<string>;
}

const relations: readonly Relation[] = ['own', 'party', 'assignee', 'offeredTo', 'eligible', 'inArea'];
const causes: readonly SystemCause[] = ['policy', 'router', 'timer', 'outbox'];
const everyWay: readonly Allowed[] = [
  ...roles.flatMap((role): Allowed[] => relations.map((relation) => ({ role, relation }))),
  ...causes.map((system): Allowed => ({ system })),
];

/** `GRID_WORKER inArea`, or the name of a cause. */
export const nameOfWay = (way: Allowed): string => ('system' in way ? way.system : `${way.role} ${way.relation}`);

/** Every way that is like this one but for its role, or but for its relation; another cause for a cause. */
function exchanges(way: Allowed): { readonly how: Mutant['how']; readonly other: Allowed }[] {
  if ('system' in way) {
    return causes.filter((system) => system !== way.system).map((system) => ({ how: 'exchanged', other: { system } }));
  }
  const { role, relation } = way;
  const byRole = roles.filter((one: Role) => one !== role).map((one) => ({ role: one, relation }));
  const byRelation = relations.filter((one) => one !== relation).map((one) => ({ role, relation: one }));
  return [
    ...byRole.map((other) => ({ how: 'exchanged' as const, other })),
    ...byRelation.map((other) => ({ how: 'moved' as const, other })),
  ];
}

function mutantsOfRule(machine: Lifecycle, action: string, rule: ActionRule<string>): Mutant[] {
  const has = new Set(rule.by.map(nameOfWay));
  const made = (how: Mutant['how'], what: string, by: readonly Allowed[]): Mutant => ({
    ...{ machine, action, how, what: `${machine.name}.${action} ${what}`, rule: { ...rule, by } },
  });
  const without = (way: Allowed) => rule.by.filter((one) => one !== way);
  return [
    ...rule.by.map((way) => made('removed', `without ${nameOfWay(way)}`, without(way))),
    ...rule.by.flatMap((way) =>
      exchanges(way)
        .filter(({ other }) => !has.has(nameOfWay(other)))
        .map(({ how, other }) => made(how, `${nameOfWay(other)} for ${nameOfWay(way)}`, [...without(way), other])),
    ),
    ...everyWay
      .filter((way) => !has.has(nameOfWay(way)))
      .map((way) => made('added', `with ${nameOfWay(way)}`, [...rule.by, way])),
  ];
}

/** Every single change of who may, in every rule of every machine. */
export function allMutants(): Mutant[] {
  return lifecycles.flatMap((machine) =>
    Object.entries(machine.actions).flatMap(([action, rule]) => mutantsOfRule(machine, action, rule)),
  );
}

/** What the table says of an action, as names of ways. */
export const waysOf = ({ by }: ActionRule<string>): Set<string> => new Set(by.map(nameOfWay));

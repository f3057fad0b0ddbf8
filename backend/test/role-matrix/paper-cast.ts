import type { ActionRule, Relation, SystemCause } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { type Role, roles } from '@grid-relief/shared-types/roles';
import { beginRecord, isAllowed, type PersonActor, type Tracked } from '../../src/lifecycle';
import { waysOf } from './mutants';
import { isWritten, whoMay } from './who-may';

/** Somebody on paper, before one record: no account, no database; what the product's own policy code is asked about. */
export interface PaperPlayer {
  readonly name: string;
  readonly actor: PersonActor;
  readonly stands: readonly (readonly [Role, Relation])[];
  readonly record: Tracked;
  /** What opens a door by itself, wherever it was granted. */
  readonly roles: readonly Role[];
}

const county = '141122';
const here = areaId(`${county}100201-g03`);
const elsewhere = areaId(`${county}100201-g09`);
export const paperNow = new Date('2022-04-18T01:30:00.000Z');
const now = paperNow;
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const skills = ['HANDOVER'];

/** A record of one household, in one grid, held by one, for somebody with a skill; offered to whoever is named. */
function aRecord(offeredTo = 'asked', expiresAt = inMinutes(10)): Tracked {
  const place = { area: here, scope: scopeOf(here), household: 'home', parties: ['named'] };
  const assignment = { assignee: 'holder', offeredTo, expiresAt, excluded: ['excluded'] };
  const needs = { skills, ppe: 0 };
  return beginRecord({ _id: 'record', county, kind: 'paper', state: 'ANY', ...place, needs, assignment }, [], now);
}

const plain = aRecord();
/** The same, naming somebody who lives elsewhere. */
const naming: Tracked = { ...plain, parties: ['named'] };

function somebody(
  personId: string,
  more: Partial<PersonActor> = {},
  stands: PaperPlayer['stands'] = [],
  record = plain,
  held: readonly Role[] = [],
): PaperPlayer {
  const nobody = { personId, county, grants: [], ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 0 };
  return { name: personId, actor: { ...nobody, ...more }, stands, record, roles: held };
}

const grantOf = (role: Role, area = here, until?: Date) => ({ role, area, ...(until ? { until } : {}) });

/** Facts about a person: a grant of them opens nothing. */
const facts: readonly Role[] = ['RESIDENT', 'PROXY'];

/** One role in every way in which it can stand to a record, each by somebody for whom it is the only one. */
function playersOf(role: Role): PaperPlayer[] {
  const asked = `asked ${role}`;
  const held = facts.includes(role) ? [] : [role];
  const [inPlace, away] = [[grantOf(role)], [grantOf(role, elsewhere)]];
  const moved = [...away, grantOf(role, here, inMinutes(-1))];
  const inArea = [role, 'inArea'] as const;
  return [
    somebody(role, { grants: inPlace }, [inArea], plain, held),
    somebody(`able ${role}`, { grants: inPlace, skills }, [inArea, [role, 'eligible']], plain, held),
    somebody('excluded', { grants: inPlace, skills }, [inArea], plain, held),
    somebody(`moved ${role}`, { grants: moved, skills }, [], plain, held),
    somebody(`former ${role}`, { grants: [grantOf(role, here, inMinutes(-1))], skills }),
    somebody(asked, { grants: away }, [[role, 'offeredTo']], aRecord(asked), held),
    somebody(`late ${asked}`, { grants: away }, [], aRecord(`late ${asked}`, now), held),
  ];
}

export const paperCast: readonly PaperPlayer[] = [
  // whoever lives there does so by fact: to the policy every role but PROXY means the own household
  somebody('resident', { ownHouseholds: ['home'] }, [['RESIDENT', 'own']], plain, ['RESIDENT']),
  somebody('proxy', { proxyHouseholds: ['home'] }, [['PROXY', 'own']], plain, ['PROXY']),
  somebody('neighbour', { ownHouseholds: ['next'] }, [], plain, ['RESIDENT']),
  somebody('proxy of a neighbour', { proxyHouseholds: ['next'] }, [], plain, ['PROXY']),
  somebody('nobody'),
  somebody('holder', {}, [
    ['VOLUNTEER', 'assignee'],
    ['DRIVER', 'assignee'],
    ['SCREENER', 'assignee'],
  ]),
  somebody(
    'named',
    {},
    [
      ['RESIDENT', 'party'],
      ['HOST_UNIT', 'party'],
    ],
    naming,
  ),
  ...roles.flatMap(playersOf),
];

const causes: readonly SystemCause[] = ['policy', 'router', 'timer', 'outbox'];

const handed = new Map<string, ReadonlySet<PaperPlayer>>();

/** Who may by hand, looked up once: every action is asked for with a hundred damaged rules. */
function writtenFor(machine: string, action: string): ReadonlySet<PaperPlayer> {
  const key = `${machine}.${action}`;
  const known = handed.get(key) ?? new Set(paperCast.filter(({ stands }) => isWritten(machine, action, stands)));
  handed.set(key, known);
  return known;
}

/**
 * The cells of one action in which the product's policy, asked with this rule, says another thing than what is written
 * down by hand: the names of who may and must not, or must and may not.
 */
export function wrongCells(machine: string, action: string, rule: ActionRule<string>): string[] {
  const written = whoMay.get(machine)?.get(action) ?? new Set();
  const product = causes.filter((system) => isAllowed(rule, plain, { system, county }, now) !== written.has(system));
  return [...paperCast.filter(isWrong(machine, action, rule)).map(({ name }) => name), ...product];
}

/** Whoever stands in a way, by its name. */
const standing = new Map<string, PaperPlayer[]>();
for (const player of paperCast) {
  for (const way of player.stands.map((stand) => stand.join(' '))) {
    standing.set(way, [...(standing.get(way) ?? []), player]);
  }
}

/** Whether there is any such cell: the first that is met answers, and whoever stands in a way that differs is asked first. */
export function hasWrongCell(machine: string, action: string, rule: ActionRule<string>): boolean {
  const written = whoMay.get(machine)?.get(action) ?? new Set();
  const isWrongCause = (system: SystemCause) => isAllowed(rule, plain, { system, county }, now) !== written.has(system);
  if (causes.some(isWrongCause)) return true;
  const ways = waysOf(rule);
  const other = [...ways].filter((way) => !written.has(way)).concat([...written].filter((way) => !ways.has(way)));
  const wrong = isWrong(machine, action, rule);
  return other.some((way) => standing.get(way)?.some(wrong)) || paperCast.some(wrong);
}

function isWrong(machine: string, action: string, rule: ActionRule<string>): (player: PaperPlayer) => boolean {
  const may = writtenFor(machine, action);
  return (player) => isAllowed(rule, player.record, player.actor, now) !== may.has(player);
}

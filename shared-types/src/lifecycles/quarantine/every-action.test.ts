import type { Allowed } from '../lifecycle';
import { quarantineLifecycles } from './all';

/**
 * Who may do what, written down by hand from the handbook and read from no table, as in the role matrix of the server; a
 * machine that gets its routes takes its lines along to there.
 */
const words: Readonly<Record<string, readonly string[]>> = {
  person: ['RESIDENT own', 'PROXY own', 'RESIDENT party'],
  resident: ['RESIDENT own', 'RESIDENT party'],
  host: ['HOST_UNIT party'],
  grid: ['GRID_WORKER inArea', 'GRID_LEADER inArea'],
  leader: ['GRID_LEADER inArea'],
  captain: ['BUILDING_CAPTAIN inArea'],
  secretary: ['VILLAGE_SECRETARY inArea'],
  township: ['TOWNSHIP_DISPATCHER inArea'],
  county: ['COUNTY_DISPATCHER inArea'],
  head: ['COUNTY_HEAD inArea'],
  doctor: ['DOCTOR inArea'],
  investigator: ['CDC_INVESTIGATOR inArea'],
  clerk: ['CODE_CLERK inArea'],
  sampler: ['SAMPLER inArea'],
  police: ['POLICE inArea'],
  checkpoint: ['CHECKPOINT_OFFICER inArea'],
  site: ['SITE_MANAGER inArea'],
  store: ['STORE_KEEPER inArea'],
  desk: ['TRANSFER_DESK inArea'],
  driver: ['DRIVER assignee'],
  escort: ['ESCORT eligible'],
  volunteer: ['VOLUNTEER eligible'],
  policy: ['policy'],
  timer: ['timer'],
  outbox: ['outbox'],
};

const written: Readonly<Record<string, string>> = {
  personMerge: `
preview: grid township
apply: leader township
decideEnd: investigator
undo: leader township
makeFinal: timer
reject: grid township`,
};

const meant = (word: string): readonly string[] => words[word] ?? [word.replace('-', ' ')];

function byHand(lines: string): Record<string, string[]> {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split(': '));
  return Object.fromEntries(rows.map(([action = '', who = '']) => [action, who.split(' ').flatMap(meant).sort()]));
}

const way = (allowed: Allowed) => ('system' in allowed ? allowed.system : `${allowed.role} ${allowed.relation}`);

test('when a machine has no routes yet, its lines stand here; the lines of the others stand in the role matrix', () => {
  expect(Object.keys(written).sort()).toEqual(quarantineLifecycles.map(({ name }) => name).sort());
});

test.each(quarantineLifecycles.map((machine) => [machine.name, machine] as const))(
  'when %s is read action by action, exactly those may who are written down',
  (name, machine) => {
    const table = Object.entries(machine.actions).map(([action, rule]) => [action, rule.by.map(way).sort()]);
    expect(Object.fromEntries(table)).toEqual(byHand(written[name] ?? ''));
  },
);

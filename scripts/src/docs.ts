/** `npm run docs`: writes what is derived from the code; `--check` fails when the committed files differ. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lifecycles } from '@grid-relief/shared-types/lifecycles/all';
import {
  type ActionRule,
  type Allowed,
  destinations,
  type Lifecycle,
} from '@grid-relief/shared-types/lifecycles/lifecycle';
import { root } from './places';

function who(allowed: Allowed): string {
  return 'system' in allowed ? `system (${allowed.system})` : `${allowed.role} (${allowed.relation})`;
}

function row(name: string, rule: ActionRule<string>): string {
  const to = rule.to === 'SAME' ? 'same' : [rule.to].flat().join(' / ');
  const limit = rule.limit ? `${rule.limit.minutes} min, then ${rule.limit.fires}` : '';
  return `| \`${name}\` | ${rule.from.join(', ')} | ${to} | ${rule.by.map(who).join(', ')} | ${limit} | ${rule.doc} |`;
}

function diagram(machine: Lifecycle): string[] {
  const edges = Object.entries(machine.actions).flatMap(([name, rule]) =>
    rule.from.flatMap((from) =>
      destinations(rule, from)
        .filter((to) => to !== from)
        .map((to) => `  ${from} --> ${to}: ${name}`),
    ),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...machine.initial.map((state) => `  [*] --> ${state}`),
    ...edges,
    ...machine.terminal.map((state) => `  ${state} --> [*]`),
    '```',
  ];
}

/** A state machine as a page: diagram, then a row an action. */
export function lifecyclePage(machine: Lifecycle): string {
  const table = [
    '| action | from | to | who (relation) | limit | |',
    '|---|---|---|---|---|---|',
    ...Object.entries(machine.actions).map(([name, rule]) => row(name, rule)),
  ];
  return [
    `# ${machine.name}`,
    '',
    'Derived from the table in `shared-types/src/lifecycles`; do not edit.',
    '',
    ...diagram(machine),
    '',
    ...table,
    '',
  ].join('\n');
}

function derived(): ReadonlyMap<string, string> {
  const machines = [...lifecycles];
  return new Map(machines.map((machine) => [`docs/lifecycles/${machine.name}.md`, lifecyclePage(machine)]));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

if (require.main === module) {
  const stale = [...derived()].filter(([file, text]) => read(path.join(root, file)) !== text);
  if (process.argv.includes('--check')) {
    for (const [file] of stale) console.error(`${file} is not what the code says; run npm run docs`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const [file, text] of stale) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
      console.log(`wrote ${file}`);
    }
  }
}

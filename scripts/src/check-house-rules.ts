/** House rules no linter knows: file length, words that say nothing, left-overs, hosts and local paths. Exit 1 names each. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

const maxLines = 250;
/** Tables are data: a state machine or a preset is read by row, not by function. Words are split by chapter or language. */
const mayBeLong = [/\/lifecycles\//, /\/sample-county\/names/, /\/pictures?\//];
const emptyNames = /(^|[/-])(utils?|helpers?|common|manager)([-./]|$)/;

const lineRules: readonly { readonly rule: string; readonly pattern: RegExp; readonly except?: RegExp }[] = [
  { rule: 'no left-over notes', pattern: /\b(TODO|FIXME|XXX)\b/ },
  {
    rule: 'no skipped or focused test',
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/,
    except: /check-house-rules/,
  },
  // a test may show that something does not compile
  { rule: 'no suppressed type check', pattern: /@ts-(ignore|nocheck|expect-error)/, except: /\.test\.tsx?$/ },
  {
    rule: "no name taken from zod's door: write `import * as z`, or the mini-program carries all of zod",
    pattern: /import (type )?\{[^}]*\} from '[^']*\/zod'/,
  },
  { rule: 'no registry host', pattern: /registry\.npm|npmmirror|static\.crates\.io|pypi\.org/ },
  { rule: 'no path of a machine', pattern: /["'`\s](\/root\/|\/home\/[a-z]+\/|\/work\/main)/ },
  {
    rule: 'no regular expression on area paths: use scope equality',
    pattern: /scope['"]?\s*:\s*(\{\s*\$regex|\/|new RegExp)/,
  },
];

/** Findings in one source file. Pure: text in, findings out. */
export function inspect(file: string, text: string): Finding[] {
  const lines = text.split('\n');
  const findings: Finding[] = [];
  if (emptyNames.test(file))
    findings.push({ file, line: 1, rule: `"${basename(file)}" says nothing about what is inside` });
  if (lines.length > maxLines && !mayBeLong.some((path) => path.test(file)))
    findings.push({ file, line: lines.length, rule: `over ${maxLines} lines` });
  lines.forEach((text, index) => {
    for (const { rule, pattern, except } of lineRules) {
      if (pattern.test(text) && !except?.test(file)) findings.push({ file, line: index + 1, rule });
    }
  });
  return findings;
}

function sources(): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'shared-types', 'backend', 'miniapp', 'scripts'],
    { encoding: 'utf8' },
  );
  return listed.split('\n').filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.includes('check-house-rules'));
}

if (require.main === module) {
  const findings = sources().flatMap((file) => inspect(file, readFileSync(file, 'utf8')));
  for (const { file, line, rule } of findings) console.error(`${file}:${line} ${rule}`);
  console.log(`house rules: ${findings.length} findings`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

import type { Endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import { type Language, wordsFor, wordsForUnknownField } from './plain-words';
import { Problem } from './problem';

/** One thing that is wrong: where (a JSON pointer; query and path have prefixes of their own), and what in plain words. */
export interface Finding {
  readonly pointer: string;
  readonly detail: string;
}

const reportInput = { reportInput: true };

/** The three parts of a request, as they came. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Parses all parts of a request with their contract.
 * @throws Problem invalid-input with every finding at once, so that a person corrects a form in one go
 */
export function parseInput(endpoint: Endpoint, raw: RawInput, language: Language): RawInput {
  const findings: Finding[] = [];
  const params = parsed(endpoint.params, raw.params, { prefix: '/path', language, findings });
  const query = parsed(endpoint.query, raw.query, { prefix: '/query', language, findings });
  const body = endpoint.accepts ? raw.body : parsed(endpoint.body, raw.body, { prefix: '', language, findings });
  if (findings.length > 0) throw new Problem('invalid-input', undefined, { errors: findings });
  return { params, query, body };
}

interface Into {
  readonly prefix: string;
  readonly language: Language;
  readonly findings: Finding[];
}

/** The parsed part; what is wrong with it goes to the findings. */
function parsed(schema: z.core.$ZodType, value: unknown, { prefix, language, findings }: Into): unknown {
  const result = z.core.safeParse(schema, value, reportInput);
  if (result.success) return result.data;
  findings.push(...result.error.issues.flatMap((issue) => findingsOf(issue, prefix, language)));
  return undefined;
}

function findingsOf(issue: z.core.$ZodIssue, prefix: string, language: Language): Finding[] {
  const at = prefix + pointerOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ pointer: at, detail: wordsFor(issue, language) }];
  return issue.keys.map((key) => ({ pointer: at + pointerOf([key]), detail: wordsForUnknownField(language) }));
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

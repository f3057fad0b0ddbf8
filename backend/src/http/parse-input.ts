import type { Endpoint } from '@grid-relief/shared-types/contract';
import { z } from '@grid-relief/shared-types/zod';
import { type Language, wordsFor, wordsForUnknownField } from './plain-words';
import { Problem } from './problem';

/** One thing that is wrong: where (a JSON pointer; query and path have prefixes of their own), and what in plain words. */
export interface Finding {
  readonly pointer: string;
  readonly detail: string;
}

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
  const parse = (schema: z.core.$ZodType, value: unknown, prefix: string): unknown => {
    const result = z.core.safeParse(schema, value, { reportInput: true });
    if (result.success) return result.data;
    findings.push(...result.error.issues.flatMap((issue) => findingsOf(issue, prefix, language)));
    return undefined;
  };
  const params = parse(endpoint.params, raw.params, '/path');
  const query = parse(endpoint.query, raw.query, '/query');
  const body = endpoint.accepts ? raw.body : parse(endpoint.body, raw.body, '');
  if (findings.length > 0) throw new Problem('invalid-input', undefined, { errors: findings });
  return { params, query, body };
}

function findingsOf(issue: z.core.$ZodIssue, prefix: string, language: Language): Finding[] {
  const at = prefix + pointerOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ pointer: at, detail: wordsFor(issue, language) }];
  return issue.keys.map((key) => ({ pointer: at + pointerOf([key]), detail: wordsForUnknownField(language) }));
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

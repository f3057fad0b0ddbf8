import type { Endpoint } from '@grid-relief/shared-types/contract';
import { ProblemBody } from '@grid-relief/shared-types/problem-body';
import * as z from '@grid-relief/shared-types/zod';
import { problemBody } from './answer-problems';
import { documentedProblems } from './documented-problems';
import { Problem } from './problem';
import { isBytesAnswer } from './request';

/** Stands for the server's own address, which does not matter here. */
const anyAddress = 'https://server.example';

/**
 * In tests: an answer is what the contract says, field for field.
 * @throws TypeError naming what is not
 */
export function checkAnswer({ name, response, answers = [] }: Endpoint, answer: unknown): void {
  if (isBytesAnswer(answer)) {
    if (!answers.includes(answer.contentType)) throw new TypeError(`${name} answers ${answer.contentType}.`);
    return;
  }
  if (answers.length > 0) throw new TypeError(`${name} answers JSON, and its contract names ${answers.join(', ')}.`);
  checkFields(name, response, answer);
}

/** Worked out once for each endpoint: suites are refused thousands of times. */
const described = new WeakMap<Endpoint, ReturnType<typeof documentedProblems>>();

function describedBy(endpoint: Endpoint): ReturnType<typeof documentedProblems> {
  const problems = described.get(endpoint) ?? documentedProblems(endpoint);
  described.set(endpoint, problems);
  return problems;
}

/**
 * In tests: a refusal is one that the API description names, with members that it names.
 * @returns the error itself, or a TypeError that says what is not described
 */
export function checkedRefusal(endpoint: Endpoint, error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const { name } = endpoint;
  if (!describedBy(endpoint).includes(error.type)) {
    return new TypeError(`${name} answers ${error.type}, which its contract does not name.`);
  }
  try {
    checkFields(`${name} (${error.type})`, ProblemBody, problemBody(error, anyAddress, 'id'));
    return error;
  } catch (undescribed) {
    return undescribed;
  }
}

/** Fields that a schema does not name are stripped by parsing: what goes missing was not in the contract. */
function checkFields(name: string, schema: Endpoint['response'], answer: unknown): void {
  const sent = JSON.parse(JSON.stringify(answer));
  const parsed = z.core.safeParse(schema, sent);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
    throw new TypeError(`${name} answers what its contract does not say: ${where.join('; ')}`);
  }
  const undocumented = extraFields(sent, parsed.data, '');
  if (undocumented.length > 0) throw new TypeError(`${name} answers undocumented fields: ${undocumented.join(', ')}`);
}

function extraFields(sent: unknown, known: unknown, at: string): string[] {
  if (typeof sent !== 'object' || sent === null || typeof known !== 'object' || known === null) return [];
  const documented = new Map(Object.entries(known));
  return Object.entries(sent).flatMap(([field, value]) =>
    documented.has(field) ? extraFields(value, documented.get(field), `${at}/${field}`) : [`${at}/${field}`],
  );
}

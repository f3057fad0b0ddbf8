import { createHash } from 'node:crypto';
import { type Actor, isSystem } from './actor';

/** A fingerprint of an action's input: equal for equal content, whatever the order of its fields. */
export function inputHash(action: string, input: unknown): string {
  return createHash('sha256')
    .update(canonicalText([action, input]))
    .digest('base64url');
}

/**
 * What was asked for, to know a repeat by: of a request the fingerprint under the county's key, because what was sent
 * may be about somebody's health; of what the product does by itself, which names no words, a plain one.
 */
export function fingerprintOf(actor: Actor, action: string, input: unknown): string {
  return (isSystem(actor) ? undefined : actor.asked) ?? inputHash(action, input);
}

/** The same text for equal content: fields in order of their names, absent ones left out. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, inner]) => [field, ordered(inner)]);
}

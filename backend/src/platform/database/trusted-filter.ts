import mongoose from 'mongoose';
import './settings';

/**
 * Marks a filter that our code built, operators and all: mongoose's own mark covers one value only, and everything
 * unmarked is sanitized as if it had come from outside. Values inside must have passed a schema.
 */
export function trustedFilter<F extends object>(filter: F): F {
  for (const value of Object.values(filter)) if (isPlain(value)) trustedFilter(value);
  return mongoose.trusted(filter);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

import mongoose from 'mongoose';

/** A filter that our own code builds: its operators are meant. Never give it a part of somebody's input. */
export function trustedFilter(filter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(filter).map(([path, value]) => [
    path,
    isOperator(value) ? mongoose.trusted(value) : value,
  ]);
  return mongoose.trusted(Object.fromEntries(entries));
}

function isOperator(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

import { Problem } from '../../http/problem';
import type { FieldError } from './line.rules';

/** @throws Problem invalid-input when there is anything to complain about */
export function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
}

import type { RegisterPatient } from '@grid-relief/shared-types/deliveries/register.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import { personOf } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { toHousehold } from './entries';
import type { Bought } from './line.rules';
import { asksRegister, isStopped, registerErrors } from './register.rules';
import type { Verb, VerbOf } from './verb';

type Deps = Pick<DeliveryDeps, 'fourClassMode'>;

/** The rule of the place and day (handbook 4.8). */
export function fourClassOf(deps: Deps, { area }: Pick<Delivery, 'area'>, now: Date) {
  return deps.fourClassMode(areaId(area), now);
}

/** As sealed with a request; see `openPatient`. */
export function sealPatient(deps: Pick<DeliveryDeps, 'seal'>, county: string, patient: RegisterPatient) {
  return deps.seal(county, JSON.stringify(patient));
}

/** Whom the register is for; undefined: not said, or not to be opened any more. */
export async function openPatient(
  deps: Pick<DeliveryDeps, 'unseal'>,
  { county, detail }: Delivery,
): Promise<RegisterPatient | undefined> {
  const text = detail.patient === undefined ? undefined : await deps.unseal(county, detail.patient);
  // sealed by `sealPatient`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as RegisterPatient);
}

/** The household is asked whom it is for, while nobody has said so; or told that it is not sold any more. */
export function askForPatient(delivery: Delivery, deps: Deps, now: Date): NewEntry[] {
  const { lines, patient } = delivery.detail;
  const mode = fourClassOf(deps, delivery, now);
  if (isStopped(delivery, mode)) return [toHousehold(delivery, 'FOUR_CLASS_STOPPED', { urgent: true })];
  const asks = patient === undefined && asksRegister(lines, mode);
  return asks ? [toHousehold(delivery, 'REGISTER_NEEDED', { urgent: true })] : [];
}

/** @throws Problem invalid-input, with what comes first */
export function mustBeRegistered(delivery: Delivery, lines: readonly Bought[], deps: Deps, now: Date): void {
  const mode = fourClassOf(deps, delivery, now);
  const errors = registerErrors(delivery, lines, mode);
  const next = mode === 'SUSPENDED' ? 'leave-out' : 'register';
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors, next });
}

const giveRegister: VerbOf<'giveRegister'> = async (delivery, { deps, body, now }) => {
  const { state, revision, county, detail } = delivery;
  // what no register asks for is not collected (PIPL 6)
  if (!asksRegister(detail.lines, fourClassOf(deps, delivery, now))) {
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'no-register' });
  }
  return { set: { 'detail.patient': await sealPatient(deps, county, body.patient) } };
};

const tickRegistered: Verb = (_, attempt) => ({
  set: { 'detail.registered': { at: attempt.now, by: personOf(attempt.actor) } },
});

/** The register of a pharmacy (handbook 4.8). */
export const registerVerbs = { giveRegister, tickRegistered };

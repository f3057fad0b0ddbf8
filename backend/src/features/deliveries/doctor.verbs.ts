import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { Delivery } from './delivery';
import { fireAfter, follow, toHousehold, toRole } from './entries';
import { doctorFlags } from './triage.rules';
import type { Effects, Verb, VerbOf } from './verb';

/** Medicine climbs after a quarter of an hour (table of handbook 4.2). Minutes. */
const doctorWithinMinutes = 15;
const climbs: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
/** What a doctor has settled by clearing it. */
const settled: readonly string[] = [...doctorFlags, 'SYMPTOM_QUESTION', 'PRESCRIPTION'];

/** Tells the doctors of the place, and others when none of them looks. */
export function askDoctor(area: string, code: string, now: Date): NewEntry[] {
  return [
    notice({ role: 'DOCTOR', area }, 'DOCTOR_ASKED', { code }, { urgent: true }),
    fireAfter(doctorWithinMinutes, 'doctorOverdue', now, ['SUBMITTED']),
  ];
}

/** With no flag left the rules alone decide. */
function goesOn(flags: readonly string[]): Effects {
  return { set: { 'detail.flags': flags }, emit: flags.length === 0 ? [follow('triage')] : [] };
}

const answerSymptoms: VerbOf<'answerSymptoms'> = ({ area, detail }, { body, now }) => {
  const flags = detail.flags.filter((flag) => flag !== 'SYMPTOM_QUESTION');
  if (!body.symptoms) return goesOn(flags);
  // no purchase by a volunteer for somebody with fever (handbook 4.8)
  const asked = flags.includes('DOCTOR') ? flags : [...flags, 'DOCTOR'];
  return { set: { 'detail.flags': asked }, emit: askDoctor(area, detail.code, now) };
};

const doctorClear: VerbOf<'doctorClear'> = async (delivery, { deps, body }) => {
  const { set, emit = [] } = goesOn(delivery.detail.flags.filter((flag) => !settled.includes(flag)));
  const words = body.words ? { 'detail.doctorWords': await deps.seal(delivery.county, body.words) } : {};
  return { set: { ...set, ...words }, emit: [...emit, toHousehold(delivery, 'DOCTOR_CLEARED')] };
};

const doctorRefuse: VerbOf<'doctorRefuse'> = async (delivery, { deps, body }) => ({
  set: {
    'detail.doctorNextStep': body.nextStep,
    ...(body.words ? { 'detail.doctorWords': await deps.seal(delivery.county, body.words) } : {}),
  },
  emit: [toHousehold(delivery, 'DOCTOR_REFUSED', { urgent: true })],
});

const doctorOverdue: Verb = (delivery, { now }) => {
  const { flags, doctorTold = 0 } = delivery.detail;
  const role = climbs[doctorTold];
  if (!role || !flags.some((flag) => doctorFlags.includes(flag))) throw over(delivery);
  const again = doctorTold + 1 < climbs.length;
  return {
    inc: { 'detail.doctorTold': 1 },
    emit: [
      toRole(role, delivery, 'DOCTOR_OVERDUE'),
      ...(again ? [fireAfter(doctorWithinMinutes, 'doctorOverdue', now, ['SUBMITTED'])] : []),
    ],
  };
};

/** What the timer was for is done: it fires into nothing. */
export function over({ state, revision }: Delivery): Problem {
  return new Problem('transition-not-allowed', undefined, { state, revision, next: 'refresh' });
}

/** Medicine that a doctor looks at before anybody buys it (handbook 4.2, 4.8). */
export const doctorVerbs = { answerSymptoms, doctorClear, doctorRefuse, doctorOverdue };

import { action } from '../contract';
import { deliveryLifecycle as machine } from '../lifecycles/delivery.lifecycle';
import * as z from '../zod';
import { CustodyItem } from './custody.schema';
import { DoctorNextStep, DeliveryView as view } from './delivery.schema';
import { RegisterPatient } from './register.schema';

export const answerSymptoms = action(machine, 'answerSymptoms', { symptoms: z.boolean() }, view);
/** What a doctor says besides clearing; goes to the household with the decision. */
const advice = { words: z.optional(z.string().check(z.trim(), z.maxLength(300))) };
export const doctorClear = action(machine, 'doctorClear', advice, view);
export const doctorRefuse = action(machine, 'doctorRefuse', { nextStep: DoctorNextStep, ...advice }, view);
export const giveRegister = action(machine, 'giveRegister', { patient: RegisterPatient }, view);
/** That the buyer's own card was shown, and when; its number is nobody's here. */
export const tickRegistered = action(machine, 'tickRegistered', { ownIdShown: z.literal(true) }, view);
export const takeCustody = action(
  machine,
  'takeCustody',
  { items: z.array(CustodyItem).check(z.minLength(1), z.maxLength(4)) },
  view,
);
export const returnCustody = action(machine, 'returnCustody', {}, view);

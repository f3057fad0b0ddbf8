import type { LeftBehind } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import type { FieldCipher } from '../../platform/encryption';
import { derivedId } from '../../platform/ids';
import type { Behind, HouseholdEvent } from './household-event';
import { sealText } from './sealed-words';

/** A group of people, sealed for the event, under the id of the task that will look after them. */
export function behindOf(
  cipher: FieldCipher,
  { _id, county }: Pick<HouseholdEvent, '_id' | 'county'>,
  because: string,
  people: readonly LeftBehind[],
): Behind {
  return { task: derivedId(county, _id, 'welfare', because), sealed: sealText(cipher, _id, 'people', people) };
}

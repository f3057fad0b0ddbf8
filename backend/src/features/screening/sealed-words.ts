import type { DoorAnswers } from '@grid-relief/shared-types/screening/screening.schema';
import type { FieldCipher } from '../../platform/encryption';
import type { HouseholdVisit } from './visit';

/** What a door on no list is called, sealed for this visit alone. */
export const sealDoor = (cipher: FieldCipher, id: string, door: string): string => cipher.seal(door, `${id}/door`);

/** Nothing for a door of the list, or once the key was destroyed. */
export function doorIn(cipher: FieldCipher, { _id, detail }: HouseholdVisit): string | undefined {
  return detail.found && cipher.open(detail.found.sealedDoor, `${_id}/door`);
}

/** What was said at a door, sealed for the visit and the operation. */
export const sealAnswers = (cipher: FieldCipher, id: string, opId: string, answers: DoorAnswers): string =>
  cipher.seal(JSON.stringify(answers), `${id}/said/${opId}`);

/** Everything that was said, the latest last; nothing once the key was destroyed. */
export function answersIn(
  cipher: FieldCipher,
  { _id, detail }: HouseholdVisit,
): { at: string; answers: DoorAnswers }[] {
  return (detail.said ?? []).flatMap(({ opId, at, sealed }) => {
    const text = cipher.open(sealed, `${_id}/said/${opId}`);
    // sealed by `sealAnswers`, and by nobody else
    return text === undefined ? [] : [{ at: at.toISOString(), answers: JSON.parse(text) as DoorAnswers }];
  });
}

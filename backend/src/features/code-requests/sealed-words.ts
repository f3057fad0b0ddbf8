import type { WantedCode } from '@grid-relief/shared-types/quarantine/code-request.schema';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { FieldCipher } from '../../platform/encryption';
import type { CodeRequest } from './code-request';

type Own = Pick<CodeRequest, '_id'>;

/** Whose code it is, which, and on what ground: health data, so all of it is sealed. */
export interface WhoseCode {
  readonly name?: string;
  readonly idNumber?: string;
  readonly wanted: WantedCode;
  readonly category: QuarantineCategory;
}

/** Seals whose code it is for this request alone. */
export const sealWho = (cipher: FieldCipher, { _id }: Own, who: WhoseCode): string =>
  cipher.seal(JSON.stringify(who), `${_id}/who`);

/** Nothing once the key was destroyed. */
export function whoIn(cipher: FieldCipher, { _id, detail }: CodeRequest): WhoseCode | undefined {
  const text = cipher.open(detail.sealedWho, `${_id}/who`);
  // sealed by `sealWho`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as WhoseCode);
}

import type { FieldCipher } from '../../platform/encryption';
import type { HealthWords } from '../episodes';
import type { StoredVerdict } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import type { SealedNote, Traveller, TravellerSaid } from './traveller';

type Deps = Pick<ReturneeDeps, 'cipherOf'>;

/** Seals everything that was told of somebody, for this record alone. */
export async function sealSaid(deps: Deps, { county, _id }: Pick<Traveller, 'county' | '_id'>, said: TravellerSaid) {
  return (await deps.cipherOf(county)).seal(JSON.stringify(said), `${_id}/said`);
}

/** Nothing once the key was destroyed. */
export async function openSaid(deps: Deps, traveller: Traveller): Promise<TravellerSaid | undefined> {
  return saidBy(await deps.cipherOf(traveller.county), traveller);
}

/** The same with the cipher at hand, for lists. */
export function saidBy(cipher: FieldCipher, { _id, detail }: Traveller): TravellerSaid | undefined {
  const text = cipher.open(detail.said, `${_id}/said`);
  // sealed by `sealSaid`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as TravellerSaid);
}

export async function sealVerdict(deps: Deps, { county, _id }: Pick<Traveller, 'county' | '_id'>, is: StoredVerdict) {
  return (await deps.cipherOf(county)).seal(JSON.stringify(is), `${_id}/verdict`);
}

export async function openVerdict(deps: Deps, { county, _id, detail }: Traveller): Promise<StoredVerdict | undefined> {
  return detail.verdict === undefined ? undefined : verdictIn(await deps.cipherOf(county), _id, detail.verdict);
}

/** Verdicts before the one that holds, the oldest first. */
export async function openFormer(deps: Deps, { county, _id, detail }: Traveller): Promise<StoredVerdict[]> {
  const cipher = await deps.cipherOf(county);
  return (detail.formerVerdicts ?? []).flatMap((sealed) => verdictIn(cipher, _id, sealed) ?? []);
}

function verdictIn(cipher: FieldCipher, id: string, sealed: string): StoredVerdict | undefined {
  const text = cipher.open(sealed, `${id}/verdict`);
  // sealed by `sealVerdict`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as StoredVerdict);
}

/** Keyed hashes by which the same person is found again: an identity number, or a phone with a name. */
export function identityKeys(cipher: FieldCipher, { idNumber, phone, name }: TravellerSaid): string[] {
  return [
    ...(idNumber ? cipher.blindIndexes('returnee-id', idNumber.toUpperCase()) : []),
    ...(phone ? cipher.blindIndexes('returnee-phone-name', `${phone}\n${name}`) : []),
  ];
}

/** Keyed hashes by which somebody is looked for at a post: a phone, or the end of an identity number. */
export function searchKeys(cipher: FieldCipher, { idNumber, phone }: Partial<TravellerSaid>): string[] {
  return [
    ...(phone ? cipher.blindIndexes('returnee-phone', phone) : []),
    ...(idNumber ? cipher.blindIndexes('returnee-tail', idNumber.slice(-4).toUpperCase()) : []),
  ];
}

/** Keyed hashes by which a report is found again that names this phone as the host's. */
export function hostKeys(cipher: FieldCipher, phone: string): string[] {
  return cipher.blindIndexes('returnee-host', phone);
}

/** Words beside a step, sealed for the record and the operation. */
export async function sealNote(deps: Deps, record: Pick<Traveller, 'county' | '_id'>, opId: string, words: string) {
  return (await deps.cipherOf(record.county)).seal(words, `${record._id}/note/${opId}`);
}

/** What a report of a tracker says about somebody's health. */
export async function openHealth(
  deps: Deps,
  record: Pick<Traveller, 'county' | '_id'>,
  { opId, sealed }: { readonly opId: string; readonly sealed: string },
): Promise<HealthWords | undefined> {
  const text = await openNote(deps, record, opId, sealed);
  // sealed by our own routes, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as HealthWords);
}

/** The same opened; undefined once the key was destroyed. */
export async function openNote(deps: Deps, record: Pick<Traveller, 'county' | '_id'>, opId: string, sealed: string) {
  return (await deps.cipherOf(record.county)).open(sealed, `${record._id}/note/${opId}`);
}

interface WithNotes {
  readonly county: string;
  readonly _id: string;
  readonly detail: { readonly notes?: readonly SealedNote[] };
}

/** Everything that was said beside the steps of a record, in order; nothing once the key was destroyed. */
export async function openNotes(deps: Deps, record: WithNotes) {
  const cipher = await deps.cipherOf(record.county);
  return (record.detail.notes ?? []).flatMap(({ at, opId, sealed }) => {
    const words = cipher.open(sealed, `${record._id}/note/${opId}`);
    return words === undefined ? [] : [{ at, opId, words }];
  });
}

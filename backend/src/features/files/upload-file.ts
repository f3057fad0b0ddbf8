import { createSecretKey, randomBytes, webcrypto } from 'node:crypto';
import type { FilePurpose, FileView } from '@grid-relief/shared-types/files/file.contract';
import { countyOf, type FileId } from '@grid-relief/shared-types/primitives/ids';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import { type FieldVault, sealBytes } from '../../platform/encryption';
import type { FileFacts, FileRepository } from './file.repository';
import { firstCheck } from './keeping.rules';
import { reEncode } from './re-encode';
import { sniff } from './sniff';
import { voiceLength } from './voice/voice-length';

export interface UploadDeps {
  readonly files: FileRepository;
  readonly vault: FieldVault;
  readonly now: Clock;
}

export interface Upload {
  readonly id: FileId;
  readonly purpose: FilePurpose;
  readonly bytes: Buffer;
}

/** A phone's photo; larger ones are refused while they arrive. Bytes. */
export const photoLimit = 6 * 1024 * 1024;
/** A minute of speech as phones record it, with room to spare. Bytes. */
const voiceLimit = 1024 * 1024;
/** Longer ones nobody listens to with a shopping list in hand. */
const voiceSeconds = 60;
/** A recorder that is told to stop after a minute stops a little later. Milliseconds. */
const voiceSlackMs = 1_500;
const keyBytes = 32;

/**
 * Stores a photo or a voice note under the client's id. Sent again, it answers the first result.
 * @throws Problem body-too-large; unsupported-media for anything but the accepted kinds, judged by content;
 * id-taken when the id belongs to another file or person
 */
export async function uploadFile(deps: UploadDeps, actor: PersonActor, upload: Upload): Promise<FileView> {
  if (countyOf(upload.id) !== actor.county) throw new Problem('id-taken');
  if (upload.bytes.length > photoLimit) throw new Problem('body-too-large', undefined, { limitBytes: photoLimit });
  const sentHash = await hashOf(upload.bytes);
  const known = await deps.files.facts(upload.id);
  if (known) return repeated(known, actor, upload.purpose, sentHash);
  const kept = await contentOf(upload);
  const at = deps.now();
  const key = randomBytes(keyBytes);
  const cipher = await deps.vault.of(actor.county, 'epidemic');
  const stored = await deps.files.add({
    _id: upload.id,
    county: actor.county,
    purpose: upload.purpose,
    kind: kept.kind,
    contentType: kept.contentType,
    bytes: kept.bytes.length,
    by: actor.personId,
    storedAt: at,
    checkAt: firstCheck(at),
    sentHash,
    sealedKey: cipher.seal(key.toString('base64'), keyPlace(upload.id)),
    content: sealBytes(createSecretKey(key), kept.bytes, upload.id),
  });
  // two sendings of one file raced: whichever was stored answers for both
  const facts = await deps.files.facts(upload.id);
  if (!facts) throw new Problem('unavailable');
  return stored ? present(facts) : repeated(facts, actor, upload.purpose, sentHash);
}

/** Where the file's key is sealed; it opens nowhere else. */
export function keyPlace(id: FileId): string {
  return `${id}/key`;
}

function repeated(known: FileFacts, actor: PersonActor, purpose: FilePurpose, sentHash: string): FileView {
  const same = known.by === actor.personId && known.purpose === purpose && known.sentHash === sentHash;
  if (!same) throw new Problem('id-taken');
  return present(known);
}

async function contentOf({ bytes, purpose }: Upload) {
  const sniffed = sniff(bytes);
  const wanted = purpose === 'VOICE_NOTE' ? 'VOICE' : 'PHOTO';
  if (!sniffed || sniffed.kind !== wanted) throw new Problem('unsupported-media');
  if (sniffed.kind === 'PHOTO') {
    return { kind: sniffed.kind, contentType: 'image/jpeg', bytes: await reEncode(bytes, sniffed.format) };
  }
  if (bytes.length > voiceLimit) throw new Problem('body-too-large', undefined, { limitBytes: voiceLimit });
  const length = voiceLength(sniffed.contentType, bytes);
  if (length === undefined) throw new Problem('unsupported-media', 'There is no sound in this recording.');
  if (length > voiceSeconds * 1000 + voiceSlackMs) {
    const detail = `A voice note may be ${voiceSeconds} seconds long. / 语音最长 ${voiceSeconds} 秒。`;
    throw new Problem('body-too-large', detail, { limitSeconds: voiceSeconds });
  }
  return { kind: sniffed.kind, contentType: sniffed.contentType, bytes };
}

/** Outside the event loop: megabytes take milliseconds. */
async function hashOf(bytes: Buffer): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('base64url');
}

function present({ _id, purpose, kind, bytes, storedAt }: FileFacts): FileView {
  return { id: _id, purpose, kind, bytes, storedAt: storedAt.toISOString() };
}

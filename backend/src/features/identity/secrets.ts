import { createHash, createHmac, type KeyObject, randomInt } from 'node:crypto';
import type { MasterKey } from '../../platform/encryption';
import { alphabet } from '../../platform/ids';

/** Keyed hashes of what people prove themselves with. Without the master key the stored hashes lead to nothing. */
export interface Secrets {
  /** A phone, openid or device as a name for documents that live for minutes, or that say who owns it. */
  hashOf(kind: 'phone' | 'openid' | 'device' | 'code' | 'invitation', value: string): string;
  /** The code of an invitation, always the same for the same operation: a repeat answers it again. */
  invitationCode(opId: string): string;
  /** The six digits of a request for consent, always the same for the same operation and household. */
  consentCode(opId: string, name: string): string;
  /** The part of a refresh token that nobody else can make. */
  refreshMac(family: string, generation: number): string;
}

const invitationLength = 10;

export function secrets(master: MasterKey): Secrets {
  const hashKey = master.derive('sign-in-hashes');
  const refreshKey = master.derive('refresh-tokens');
  const mac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text);
  return {
    hashOf: (kind, value) => mac(hashKey, `${kind}\n${value}`).digest('base64url'),
    invitationCode: (opId) =>
      [...mac(hashKey, `invite\n${opId}`).digest()]
        .slice(0, invitationLength)
        .map((byte) => alphabet[byte % alphabet.length])
        .join(''),
    consentCode: (opId, name) => digits(mac(hashKey, `consent\n${opId}\n${name}`).digest()),
    refreshMac: (family, generation) => mac(refreshKey, `${family}\n${generation}`).digest('base64url'),
  };
}

const codes = 1_000_000;

/** Six digits from the system's random source. */
export function newCode(): string {
  return String(randomInt(codes)).padStart(6, '0');
}

/** Six digits out of a hash; 48 bits of it make every code as likely as any other. */
function digits(hash: Buffer): string {
  return String(hash.readUIntBE(0, 6) % codes).padStart(6, '0');
}

/** For tokens with 256 bits of their own: no key is needed. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

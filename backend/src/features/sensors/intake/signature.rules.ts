import { createHmac, timingSafeEqual } from 'node:crypto';
import { signatureMinutes } from '@grid-relief/shared-types/sensors/sensor-event.contract';

/** A message as it came, before anybody believes it. */
export interface SignedMessage {
  readonly id: string;
  /** As it was written and signed. */
  readonly time: string;
  /** Hexadecimal. */
  readonly signature: string;
  readonly body: Buffer;
}

/** What a sensor signs with its key: HMAC-SHA256 over id, time and the very bytes of the body. Pure. */
export function signatureOf(key: string, { id, time, body }: Omit<SignedMessage, 'signature'>): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`${id}\n${time}\n`).update(body).digest('hex');
}

const digest = /^[0-9a-f]{64}$/;

/** Compared in constant time: how much of a guess was right cannot be measured. Pure. */
export function isSignedBy(key: string, message: SignedMessage): boolean {
  if (!digest.test(message.signature)) return false;
  return timingSafeEqual(Buffer.from(signatureOf(key, message), 'hex'), Buffer.from(message.signature, 'hex'));
}

/** Whether the time of a signature is near enough to ours, either way. Pure. */
export function isInTime(time: string, now: Date): boolean {
  const signedAt = Date.parse(time);
  return Math.abs(now.getTime() - signedAt) <= signatureMinutes * 60_000;
}

/** What a sensor without a network has kept is taken for a day; ours. Hours. */
const keptHours = 24;

/** Whether an event is so old, or so far ahead of us, that its time means nothing. Pure. */
export function isTooOld(at: Date, now: Date): boolean {
  const age = now.getTime() - at.getTime();
  return age > keptHours * 3_600_000 || age < -signatureMinutes * 60_000;
}

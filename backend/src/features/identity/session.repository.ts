import { timingSafeEqual } from 'node:crypto';
import type { Connection } from 'mongoose';
import { Problem } from '../../http/problem';
import type { Clock } from '../../platform/clock';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { IdSource } from '../../platform/ids';
import { type Secrets, sha256 } from './secrets';
import { signInModels } from './sign-in.model';
import type { SessionRecord } from './sign-in.record';

/** A phone that is not used for so long signs in again. */
const lifeMs = 30 * 24 * 60 * 60 * 1000;
/** The answer to a refresh may get lost: for so long the same token may be traded again, for the same successor. */
const graceMs = 10_000;

export interface Sessions {
  /** Begins a sign-in on a device and ends the earlier one there. */
  begin(person: string, county: string, device: string): Promise<{ session: string; refreshToken: string }>;
  /** Trades a refresh token. @throws Problem not-signed-in */
  refresh(token: string, device: string): Promise<Refreshed>;
  /** The sign-ins on one device; without a device, all of the person's. */
  of(person: string, county: string, device?: string): Promise<string[]>;
  /** Ends the sign-in on one device; without a device, all of the person's. */
  end(person: string, county: string, device?: string): Promise<void>;
  /** Whether this person is signed in on this device. */
  knows(person: string, county: string, device: string): Promise<boolean>;
}

/** Whose sign-in it is. Without a token an older one was used again, and the whole family has ended. */
export interface Refreshed {
  readonly person: string;
  readonly county: string;
  readonly session: string;
  readonly refreshToken?: string;
}

interface Parsed {
  readonly family: string;
  readonly generation: number;
}

/**
 * Refresh tokens. A token is computed from its family and generation, so a repeat after a lost answer is given the
 * very same successor: two answers never make two living branches.
 */
export function sessions(connection: Connection, keys: Secrets, ids: IdSource, now: Clock): Sessions {
  const model = signInModels(connection).sessions;
  const tokenOf = (family: string, generation: number) =>
    `${family}.${generation}.${keys.refreshMac(family, generation)}`;
  /** What a device calls itself says which phone somebody has: only its hash is kept. */
  const onDevice = (device: string | undefined) =>
    device === undefined ? {} : { device: keys.hashOf('device', device) };
  const living = () => trustedFilter({ revokedAt: { $exists: false }, expiresAt: { $gt: now() } });

  async function rotate(found: SessionRecord, token: string): Promise<string> {
    const next = tokenOf(found._id, found.generation + 1);
    const { modifiedCount } = await model.updateOne(
      { _id: found._id, county: found.county, generation: found.generation, current: sha256(token), ...living() },
      {
        $set: { current: sha256(next), rotatedAt: now(), expiresAt: new Date(now().getTime() + lifeMs) },
        $inc: { generation: 1 },
      },
    );
    // a twin of this very request was faster: its successor is ours as well
    if (modifiedCount === 0) return afterTwin(found._id, found.generation + 1, next);
    return next;
  }

  async function afterTwin(family: string, generation: number, next: string): Promise<string> {
    const again = await model.findOne({ _id: family, generation, ...living() }).lean();
    if (!again) throw new Problem('not-signed-in');
    return next;
  }

  return {
    async begin(person, county, device) {
      const family = ids(county);
      const token = tokenOf(family, 1);
      const at = now();
      await model.deleteMany({ county, person, ...onDevice(device) });
      await model.create({
        _id: family,
        county,
        person,
        device: keys.hashOf('device', device),
        generation: 1,
        current: sha256(token),
        rotatedAt: at,
        expiresAt: new Date(at.getTime() + lifeMs),
      });
      return { session: family, refreshToken: token };
    },
    async refresh(token, device) {
      const parsed = parse(token, keys);
      const found = parsed && (await model.findOne({ _id: parsed.family, ...living() }).lean());
      if (!parsed || !found || found.device !== keys.hashOf('device', device)) throw new Problem('not-signed-in');
      const whose = { person: found.person, county: found.county, session: found._id };
      if (parsed.generation === found.generation) {
        return { ...whose, refreshToken: await rotate(found, token) };
      }
      const isPrevious = parsed.generation === found.generation - 1;
      if (isPrevious && now().getTime() - found.rotatedAt.getTime() <= graceMs) {
        return { ...whose, refreshToken: tokenOf(found._id, found.generation) };
      }
      // an old token in use means that somebody has a copy, and nobody can tell who
      await model.updateOne({ _id: found._id, county: found.county }, { $set: { revokedAt: now() } });
      return whose;
    },
    async of(person, county, device) {
      const found = await model
        .find({ county, person, ...onDevice(device) })
        .select('_id')
        .lean();
      return found.map(({ _id }) => _id);
    },
    async end(person, county, device) {
      await model.deleteMany({ county, person, ...onDevice(device) });
    },
    async knows(person, county, device) {
      return (await model.exists({ county, person, ...onDevice(device), ...living() })) !== null;
    },
  };
}

/** undefined unless the token was made here: a made-up one must not end anybody's family. */
function parse(token: string, keys: Secrets): Parsed | undefined {
  const [family = '', digits = '', mac = ''] = token.split('.', 3);
  const generation = Number(digits);
  if (!/^[0-9]{1,9}$/.test(digits)) return undefined;
  const wanted = Buffer.from(keys.refreshMac(family, generation));
  const given = Buffer.from(mac);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
  return token === `${family}.${digits}.${mac}` ? { family, generation } : undefined;
}

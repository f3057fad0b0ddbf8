import type { Connection } from 'mongoose';
import { rateLimit } from '../../http/rate-limit';
import { type Clock, systemClock } from '../../platform/clock';
import type { FieldVault, MasterKey } from '../../platform/encryption';
import type { IdSource } from '../../platform/ids';
import type { Logger } from '../../platform/logger';
import type { SmsSender } from '../../platform/sms';
import type { Wechat } from '../../platform/wechat';
import { tokenSigner } from './access-token';
import { accountRepository } from './account.repository';
import { accountCache } from './account-cache';
import type { IdentityDeps, Invited } from './identity-deps';
import { type IdentityService, identityService, type TraitsOf } from './identity-service';
import { invitationRepository } from './invitation.repository';
import { oneTimeCodes } from './one-time-code.repository';
import { openids } from './openid.repository';
import { people } from './people.repository';
import { proxyAskRepository } from './proxy-ask.repository';
import { secrets } from './secrets';
import { sessions } from './session.repository';

export interface IdentityOptions {
  readonly connection: Connection;
  readonly vault: FieldVault;
  readonly master: MasterKey;
  readonly now: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly county: string;
  readonly demo: boolean;
  readonly sms: SmsSender;
  readonly wechat: Wechat;
  /** Asked for volunteers on each request: must answer from memory most of the time. */
  readonly traitsOf: TraitsOf;
  /** Asked when an invitation is taken; absent: nothing follows, where nobody takes any. */
  readonly invited?: Invited;
}

export interface OpenIdentity {
  readonly deps: IdentityDeps;
  readonly service: IdentityService;
}

/** Per address and minute: a compound of a hundred households behind one address signs in within minutes. */
const signInsPerMinute = 120;
/** Per phone and quarter of an hour. */
const textsPerQuarter = 5;

/** Builds the feature's parts on one database. */
export function openIdentity(options: IdentityOptions): OpenIdentity {
  const { connection, vault, master, now, ids, log, county, demo, sms, wechat, traitsOf } = options;
  const { invited = async () => undefined } = options;
  const keys = secrets(master);
  const accounts = accountRepository(connection, systemClock);
  const deps: IdentityDeps = {
    now,
    ids,
    county,
    demo,
    sms,
    wechat,
    invited,
    accounts,
    secrets: keys,
    tokens: tokenSigner(master, now),
    cache: accountCache(accounts, systemClock, log),
    people: people(connection, vault, county),
    openids: openids(connection, vault, county),
    sessions: sessions(connection, keys, ids, now),
    codes: oneTimeCodes(connection, keys, now),
    invitations: invitationRepository(connection),
    proxyAsks: proxyAskRepository(connection),
    limits: {
      signInByIp: rateLimit({ points: signInsPerMinute, seconds: 60 }),
      textsByPhone: rateLimit({ points: textsPerQuarter, seconds: 900 }),
    },
  };
  return { deps, service: identityService({ ...deps, traitsOf }) };
}

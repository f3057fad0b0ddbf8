import type { RateLimit } from '../../http/rate-limit';
import type { Clock } from '../../platform/clock';
import type { IdSource } from '../../platform/ids';
import type { SmsSender } from '../../platform/sms';
import type { Wechat } from '../../platform/wechat';
import type { TokenSigner } from './access-token';
import type { AccountRepository } from './account.repository';
import type { AccountCache } from './account-cache';
import type { InvitationRepository } from './invitation.repository';
import type { OneTimeCodes } from './one-time-code.repository';
import type { Openids } from './openid.repository';
import type { People } from './people.repository';
import type { ProxyAskRepository } from './proxy-ask.repository';
import type { Secrets } from './secrets';
import type { Sessions } from './session.repository';

/**
 * Somebody has a role since just now, by an invitation to this phone. Told again with every repeat, and after a crash in
 * which they did not come to have it: who has it is asked.
 */
export type Invited = (who: {
  readonly county: string;
  readonly role: string;
  readonly phone: string;
}) => Promise<void>;

/** What the use cases of this feature work with. */
export interface IdentityDeps {
  readonly now: Clock;
  readonly ids: IdSource;
  /** The county in which people register themselves. */
  readonly county: string;
  readonly demo: boolean;
  readonly sms: SmsSender;
  readonly wechat: Wechat;
  readonly tokens: TokenSigner;
  readonly accounts: AccountRepository;
  readonly cache: AccountCache;
  readonly people: People;
  readonly openids: Openids;
  readonly sessions: Sessions;
  readonly codes: OneTimeCodes;
  readonly invitations: InvitationRepository;
  readonly proxyAsks: ProxyAskRepository;
  readonly secrets: Secrets;
  /** What others do in consequence, before the request is answered. */
  readonly invited: Invited;
  readonly limits: {
    /** Everything under /sign-in, by address. */
    readonly signInByIp: RateLimit;
    /** Texts sent to one phone. */
    readonly textsByPhone: RateLimit;
  };
}

import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { TokenSigner } from './access-token';
import type { AccountRepository } from './account.repository';
import type { AccountCache } from './account-cache';
import { type ExtendedGrants, extendedGrants } from './extended-grants';
import { holdersInMemory } from './holders';
import type { AccountRecord, StoredGrant, StoredHousehold } from './identity.record';
import type { Openids } from './openid.repository';
import type { OpenPerson, People } from './people.repository';

/** What the volunteers feature knows of a person and the lifecycle engine asks for. */
export interface VolunteerTraits {
  readonly skills: readonly string[];
  /** Highest level of protection; 0 is none. */
  readonly ppe: number;
  readonly loop?: string;
}

export type TraitsOf = (personId: string, county: string) => Promise<VolunteerTraits>;

/** What other features may ask about people. */
export interface IdentityService {
  /** Who sent this token, with all rights as they are now. @throws Problem not-signed-in, token-expired, account-blocked */
  authenticate(token: string): Promise<PersonActor>;
  /** The same for somebody not present, e.g. the holder of an open socket. undefined: unknown or blocked. */
  actorOf(personId: string): Promise<PersonActor | undefined>;
  /** Calls back with the person's id when rights changed; the answer stops it. */
  onRightsChanged(listener: (personId: string) => void): () => void;
  /** Names and phones in plain text. The caller has recorded the look, shows only a masked form, or needs a duty phone. */
  open(county: string, ids: readonly string[]): Promise<Map<string, OpenPerson>>;
  /** Whose phone this is, also of somebody blocked; undefined: nobody's here. Found by its blind index, nothing is opened. */
  ownerOfPhone(phone: string): Promise<string | undefined>;
  /** The WeChat account that messages to this person go to. */
  openidOf(county: string, person: string): Promise<string | undefined>;
  /** Who holds a role in an area or any area above it: whom to notify, or to offer work. */
  holdersOf(county: string, role: Role, areas: readonly AreaId[], now: Date): Promise<string[]>;
  /** Members of a household and those who speak for it. */
  peopleOf(county: string, household: string): Promise<readonly HouseholdPerson[]>;
  /** Rights that also count in other areas, because the tree has changed. */
  readonly grants: ExtendedGrants;
  /** Ids of everybody who lives in one of these homes. */
  membersOf(county: string, households: readonly string[]): Promise<readonly string[]>;
  /** Records a person with rights: for seeds and imports. Repeatable; answers the id under which the phone is known. */
  register(person: NewPerson, at: Date): Promise<string>;
  /** The same for many in a few round trips: the ids, in the same order. */
  registerMany(many: readonly NewPerson[], at: Date): Promise<readonly string[]>;
}

export interface HouseholdPerson {
  readonly person: string;
  readonly relation: 'OWN' | 'PROXY';
}

export interface NewPerson extends OpenPerson {
  readonly grants: readonly StoredGrant[];
  readonly households: readonly StoredHousehold[];
}

export interface IdentityParts {
  readonly tokens: TokenSigner;
  readonly cache: AccountCache;
  readonly accounts: AccountRepository;
  readonly people: People;
  readonly openids: Openids;
  readonly traitsOf: TraitsOf;
}

export function identityService({
  tokens,
  cache,
  accounts,
  people,
  openids,
  traitsOf,
}: IdentityParts): IdentityService {
  async function actorFrom(account: AccountRecord): Promise<PersonActor> {
    const isVolunteer = account.grants.some(({ role }) => role === 'VOLUNTEER' || role === 'DRIVER');
    const { skills, ppe, loop } = isVolunteer ? await traitsOf(account._id, account.county) : noTraits;
    const spokenFor = (relation: string) =>
      account.households.filter((one) => one.relation === relation).map(({ household }) => household);
    return {
      personId: account._id,
      county: account.county,
      // areas passed their schema when the grant was made
      grants: account.grants as PersonActor['grants'],
      ownHouseholds: spokenFor('OWN'),
      proxyHouseholds: spokenFor('PROXY'),
      skills,
      ppe,
      ...(loop === undefined ? {} : { loop }),
    };
  }

  async function registerMany(many: readonly NewPerson[], at: Date): Promise<readonly string[]> {
    const claims = many.map(({ id, phone }) => ({ value: phone, person: id }));
    const owners = await people.claimMany('phone', claims);
    // whose phone is somebody else's already is known under that one's id, and changes nothing
    const own = many.filter(({ id }, at) => owners[at] === id);
    await people.saveMany(own, at);
    const accountsNow = await accounts.ensureMany(
      own.map(({ id, county, grants, households }) => ({ person: id, county, grants, households })),
    );
    for (const account of accountsNow) cache.put(account);
    return owners;
  }

  return {
    async authenticate(token) {
      const { personId, version, session = '' } = tokens.verify(token);
      const account = await cache.get(personId, version);
      if (!account || version < account.tokensFrom) throw new Problem('not-signed-in');
      if (account.endedSessions?.includes(session)) throw new Problem('not-signed-in');
      if (account.blocked) throw new Problem('account-blocked');
      return actorFrom(account);
    },
    async actorOf(personId) {
      const account = await cache.get(personId);
      return account && !account.blocked ? actorFrom(account) : undefined;
    },
    onRightsChanged: (listener) => cache.onChange(({ _id }) => listener(_id)),
    open: people.open,
    ownerOfPhone: (phone) => people.ownerOf('phone', phone),
    openidOf: openids.of,
    holdersOf: holdersInMemory(accounts, cache),
    async peopleOf(county, household) {
      const found = await accounts.ofHousehold(county, household);
      return found.flatMap(({ _id, households }) =>
        households.filter((one) => one.household === household).map(({ relation }) => ({ person: _id, relation })),
      );
    },
    async membersOf(county, households) {
      const found = await accounts.ofHouseholds(county, households);
      const isOwn = ({ relation, household, post }: StoredHousehold) =>
        relation === 'OWN' && !post && households.includes(household);
      return found.filter((account) => account.households.some(isOwn)).map(({ _id }) => _id);
    },
    async register(person, at) {
      const [owner = person.id] = await registerMany([person], at);
      return owner;
    },
    registerMany,
    grants: extendedGrants({ accounts, cache }),
  };
}

const noTraits: VolunteerTraits = { skills: [], ppe: 0 };

export type { ExtendedGrants, GrantExtension } from './extended-grants';
export { identityIndexes } from './identity.model';
export type { StoredGrant, StoredHousehold } from './identity.record';
export { identityRoutes } from './identity.routes';
export type { Invited } from './identity-deps';
export type { HouseholdPerson, IdentityService, NewPerson, TraitsOf, VolunteerTraits } from './identity-service';
export { type IdentityOptions, type OpenIdentity, openIdentity } from './open-identity';
export type { OpenPerson } from './people.repository';
export { signInIndexes } from './sign-in.model';

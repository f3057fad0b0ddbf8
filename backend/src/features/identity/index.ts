export type { StoredGrant, StoredHousehold } from './identity.model';
export { identityIndexes } from './identity.model';
export { identityRoutes } from './identity.routes';
export type { HouseholdPerson, IdentityService, NewPerson, TraitsOf, VolunteerTraits } from './identity-service';
export { type IdentityOptions, type OpenIdentity, openIdentity } from './open-identity';
export type { OpenPerson } from './people';
export { signInIndexes } from './sign-in.model';

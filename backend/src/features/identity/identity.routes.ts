import * as contract from '@grid-relief/shared-types/identity/identity.contract';
import { mount, mountPublic, type Route } from '../../http/mount';
import { blockAccount, endGrant } from './account-changes';
import type { IdentityDeps } from './identity-deps';
import { acceptInvitation, inviteStaff } from './invitations';
import { askProxy, confirmProxy, withdrawProxy } from './proxies';
import { bindWechat, me, refreshTokens, requestCode, signInByPhone, signInByWechat, signOut } from './sign-in';

/** Endpoints of sign-in, roles and consent. */
export function identityRoutes(deps: IdentityDeps): Route[] {
  return [
    mountPublic(contract.requestCode, ({ body, ip }) => requestCode(deps, body.phone, ip)),
    mountPublic(contract.signInByPhone, ({ body, ip }) => signInByPhone(deps, body, ip)),
    mountPublic(contract.signInByWechat, ({ body, ip }) => signInByWechat(deps, body, ip)),
    mountPublic(contract.bindWechat, ({ body, ip }) => bindWechat(deps, body, ip)),
    mountPublic(contract.refreshTokens, ({ body, ip }) => refreshTokens(deps, body, ip)),
    mount(contract.signOut, ({ actor, body }) => signOut(deps, actor, body)),
    mount(contract.getMe, ({ actor }) => me(deps, actor.personId, actor.county)),
    mount(contract.inviteStaff, ({ actor, body }) => inviteStaff(deps, actor, body)),
    mount(contract.acceptInvitation, ({ actor, body }) => acceptInvitation(deps, actor, body)),
    mount(contract.endGrant, ({ actor, params, body }) => endGrant(deps, actor, params.id, body)),
    mount(contract.blockAccount, ({ actor, params, body }) => blockAccount(deps, actor, params.id, body)),
    mount(contract.askProxy, ({ actor, body }) => askProxy(deps, actor, body)),
    mount(contract.confirmProxy, ({ actor, body }) => confirmProxy(deps, actor, body)),
    mount(contract.withdrawProxy, ({ actor, body }) => withdrawProxy(deps, actor, body)),
  ];
}

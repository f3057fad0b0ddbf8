import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { beginRecord } from '../../lifecycle';
import type { CodeDesk, CodeRequestOpening } from '../quarantine';
import { type CodeRequest, codeRequestKind, machine } from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { firstApprovers } from './code-request.policy';
import { codeRequestRepository } from './code-request.repository';
import { isOfDead } from './code-request.verbs';
import { codeRequests } from './code-requests';
import { codeMoved, ringsAt, tellRoles } from './entries';
import { sealWho, type WhoseCode } from './sealed-words';
import { stepMinutes } from './waiting.rules';

/** Opens and gives up requests in consequence of something else: once, however often it is delivered. */
export function codeDesk(deps: CodeRequestDeps): CodeDesk {
  return {
    async open(opening) {
      if (await codeRequestRepository(deps.connection).has(opening.county, opening.id)) return;
      await codeRequests(deps).insert(await requestOf(deps, opening));
    },
    async withdraw({ county, id, reason }) {
      const request = { county, _id: id };
      if (await codeRequests(deps).follow(request, 'withdraw', { reason })) return;
      const sent = await codeRequestRepository(deps.connection).byId(county, id);
      // nobody objects any more, and nobody is asked whether they do
      if (sent && (await isOfDead(deps, sent))) await codeRequests(deps).follow(request, 'closeRefused', { reason });
    },
  };
}

const whoseIn = ({ who, wanted, category }: CodeRequestOpening): WhoseCode => ({
  ...(who ? { name: who.name, ...(who.idNumber ? { idNumber: who.idNumber } : {}) } : {}),
  ...{ wanted, category },
});

/** Whoever brought it about has written it: excluded, and so no approver of it. */
async function requestOf(deps: CodeRequestDeps, opening: CodeRequestOpening): Promise<CodeRequest> {
  const { id: _id, county, asked: variant, area, household, parties, about, link, writers, because } = opening;
  const now = deps.now();
  const [state = 'DRAFT'] = machine.initial;
  const detail = {
    ...{ code: _id.slice(-4).toUpperCase(), because },
    ...(link === undefined ? {} : { link }),
    sealedWho: sealWho(await deps.cipherOf(county), { _id }, whoseIn(opening)),
  };
  const beginning = {
    ...{ _id, county, kind: codeRequestKind, variant, state, area, scope: scopeOf(area) },
    ...(household ? { household } : {}),
    ...(parties.length > 0 ? { parties } : {}),
    assignment: { excluded: [...new Set(writers)] },
  };
  const dueAt = addMinutes(now, stepMinutes(variant, 'DRAFT'));
  const tell = tellRoles(firstApprovers, { area, detail }, 'CODE_WAITS');
  return {
    ...beginRecord(beginning, [codeMoved, tell, ringsAt(dueAt, { states: [state], enteredBy: _id })], now),
    ...{ kind: codeRequestKind, variant, createdAt: now, dueAt, detail },
    ...(about ? { about } : {}),
  };
}

import type { EntryHandler } from '../../tasks';
import { isRequestOver } from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { codeRequestRepository } from './code-request.repository';
import { codeRequests } from './code-requests';

/** What the relay delivers of requests for codes. */
export interface CodeRequestHandlers {
  readonly timer: EntryHandler;
  readonly codeMoved: EntryHandler;
}

/** The link behind a request begins when it is written and is done when it is over, refused included (handbook 2.2). */
export function codeRequestHandlers(deps: CodeRequestDeps): CodeRequestHandlers {
  return {
    timer: codeRequests(deps).timer,
    async codeMoved({ county, _id }) {
      const request = await codeRequestRepository(deps.connection).byId(county, _id);
      const [about, linkId] = [request?.about, request?.detail.link];
      // a code to be cleared belongs to no chain
      if (!request || about === undefined || linkId === undefined) return;
      const how = isRequestOver(request) ? 'finish' : 'start';
      await deps.moveLink({ county, about, link: 'CODE_REQUEST', linkId, how, because: _id });
    },
  };
}

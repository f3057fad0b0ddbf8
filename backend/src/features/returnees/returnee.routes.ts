import { returneeQueries as queries } from '@grid-relief/shared-types/returnees/returnee.contract';
import {
  chainLinkActions,
  healthTrackerActions,
  returneeReportActions,
  travellerActions,
} from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { Problem } from '../../http/problem';
import {
  findTravellers,
  getTraveller,
  listLateLinks,
  listTravellers,
  myReturnees,
  revealTraveller,
  seenBy,
  viewReport,
  viewTracker,
  viewTraveller,
} from './read-returnees';
import type { ReturneeDeps } from './returnee.deps';
import { maySee, maySeeLink } from './returnee.policy';
import { linkView } from './returnee.presenter';
import { links, reports, type Trackers, trackers, travellers } from './returnees';
import { sealNote } from './said';
import { submitReturnees } from './submit-returnees';

/** Endpoints of people who come, their links and their trackers: reading, and one for every action a person may take. */
export function returneeRoutes(deps: ReturneeDeps): Route[] {
  return [
    mount(queries.submitReturnees, async ({ actor, body }) => {
      const report = await submitReturnees(deps, actor, body);
      const view = await viewReport(deps, actor, (await reports(deps).byId(report.county, report._id)) ?? report);
      if (!view) throw new Problem('not-found');
      return view;
    }),
    mount(queries.myReturnees, ({ actor }) => myReturnees(deps, actor)),
    mount(queries.getTraveller, ({ actor, params }) => getTraveller(deps, actor, params.id)),
    mount(queries.listTravellers, ({ actor, query }) => listTravellers(deps, actor, query)),
    mount(queries.findTravellers, ({ actor, body }) => findTravellers(deps, actor, body)),
    mount(queries.revealTraveller, ({ actor, params, body }) => revealTraveller(deps, actor, params.id, body)),
    mount(queries.lateLinks, ({ actor, query }) => listLateLinks(deps, actor, query)),
    ...actionRoutes(returneeReportActions, reports(deps), (actor, report) => viewReport(deps, actor, report)),
    ...actionRoutes(travellerActions, travellers(deps), (actor, one) => viewTraveller(deps, actor, one)),
    ...actionRoutes(chainLinkActions, links(deps), async (actor, link) =>
      maySeeLink(link, actor, deps.now()) ? linkView(seenBy(deps, actor), link) : undefined,
    ),
    ...actionRoutes(healthTrackerActions, sealing(deps), async (actor, tracker) =>
      maySee(tracker, actor, deps.now()) ? viewTracker(deps, actor, tracker) : undefined,
    ),
  ];
}

/** Temperatures and symptoms go no further than here in plain text: a late fact keeps what it was sent. */
function sealing(deps: ReturneeDeps): Pick<Trackers, 'act'> {
  return {
    async act(request) {
      if (request.action !== 'reportHealth') return trackers(deps).act(request);
      const { county, id: _id, opId } = request;
      const sealed = await sealNote(deps, { county, _id }, opId, JSON.stringify(request.body));
      return trackers(deps).act({ ...request, body: { sealed } });
    },
  };
}

import type { AreaChangeView } from '@grid-relief/shared-types/areas/area-change.schema';
import { stepsWithWords } from '../../acting';
import { type PageQuery, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { AreaChange } from './area-change';
import { actionsFor, maySeeAreaChange } from './area-change.policy';
import { presentAreaChange } from './area-change.presenter';
import { areaChangeRepository } from './area-change.repository';
import type { AreaChangeDeps } from './area-changes.deps';
import { areaMoveRepository } from './area-move.repository';
import { wordsPurpose } from './prepare-area-change';
import { isUnderWay } from './under-way';

/** What is no work of anybody, among the sorts of things that go along. */
const noWork: readonly string[] = ['grants', 'households', 'volunteers', 'fleet', 'shops', 'serves', 'doorWindows'];
const began: readonly string[] = ['APPLIED', 'FINAL', 'REVERTED'];

/** A change as this person may see it; undefined: not at all. */
export async function viewOf(
  deps: AreaChangeDeps,
  actor: PersonActor,
  change: AreaChange,
): Promise<AreaChangeView | undefined> {
  const now = deps.now();
  if (!maySeeAreaChange(change, actor, now)) return undefined;
  const { county, _id, detail, state } = change;
  const people = [detail.preparedBy, detail.scheduledBy].filter((one) => one !== undefined);
  const [cipher, names] = await Promise.all([deps.cipherOf(county), deps.staffNames(county, [...new Set(people)])]);
  return presentAreaChange(change, {
    names,
    actions: actionsFor(change, actor, now),
    words: detail.words === undefined ? undefined : cipher.open(detail.words, wordsPurpose(_id)),
    timeline: stepsWithWords(cipher, change),
    moved: began.includes(state) ? await movedBy(deps, change, now) : undefined,
  });
}

async function movedBy(deps: AreaChangeDeps, change: AreaChange, now: Date): Promise<AreaChangeView['moved']> {
  const [counts, waiting] = await Promise.all([
    areaMoveRepository(deps.connection).counts(change.county, change._id),
    isUnderWay(deps, change, now),
  ]);
  const work = [...counts].reduce((sum, [what, count]) => (noWork.includes(what) ? sum : sum + count), 0);
  return { households: counts.get('households') ?? 0, grants: counts.get('grants') ?? 0, work, waiting };
}

/** @throws Problem not-found */
export async function readAreaChange(deps: AreaChangeDeps, actor: PersonActor, id: string): Promise<AreaChangeView> {
  const change = await areaChangeRepository(deps.connection).byId(actor.county, id);
  const view = change ? await viewOf(deps, actor, change) : undefined;
  if (!view) throw new Problem('not-found');
  return view;
}

/** Changes of the county, the latest first. */
export async function readAreaChanges(deps: AreaChangeDeps, actor: PersonActor, query: PageQuery) {
  const all = await areaChangeRepository(deps.connection).all(actor.county);
  const seen = all.filter((change) => maySeeAreaChange(change, actor, deps.now()));
  const { rows, ...more } = pageOfRows(seen, ({ createdAt, _id }) => [-createdAt.getTime(), _id], query);
  const views = await Promise.all(rows.map((change) => viewOf(deps, actor, change)));
  return { items: views.filter((view) => view !== undefined), ...more };
}

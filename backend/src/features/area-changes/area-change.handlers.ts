import type { OutboxEntry, WithOutbox } from '../../outbox';
import type { AreaChange } from './area-change';
import { areaChangeRepository, legKind } from './area-change.repository';
import { areaChanges } from './area-changes';
import type { AreaChangeDeps } from './area-changes.deps';
import { planOf } from './plan.rules';
import { beginningOf, madeAt, walk } from './walk';

type Deliver = (document: WithOutbox, entry: OutboxEntry) => Promise<void>;

/** What the relay delivers for changes of the tree; each may come again after a crash, and finds what is done done. */
export interface AreaChangeHandlers {
  /** Entries `timer` of a change. */
  readonly timer: Deliver;
  /** A change is scheduled: every process gets to know the new areas before they count. */
  readonly areasPlanned: Deliver;
  /** It is called off before it came. */
  readonly areasDropped: Deliver;
  /** Everything goes to where it lies now, for so long as one delivery may take. */
  readonly areaWalk: Deliver;
}

export function areaChangeHandlers(deps: AreaChangeDeps): AreaChangeHandlers {
  const stored = areaChangeRepository(deps.connection);
  /** @throws when there is no such change: such an entry is parked, where it is seen */
  async function changeOf(county: string, id: string): Promise<AreaChange> {
    const change = await stored.byId(county, id);
    if (!change) throw new Error('this is no change of the tree');
    return change;
  }
  return {
    timer: areaChanges(deps).timer,
    async areasPlanned({ county, _id }) {
      const change = await changeOf(county, _id);
      if (change.state !== 'SCHEDULED') return;
      const plan = planOf(change, await deps.areas.ofCounty(county));
      await deps.areas.addMany(madeAt(plan, beginningOf(change)));
      await deps.refreshBook();
    },
    async areasDropped({ county, _id }) {
      await deps.areas.dropPlanned(county, _id);
      await deps.refreshBook();
    },
    async areaWalk(document, entry) {
      const { county, kind, _id } = document;
      const leg = kind === legKind ? await stored.legs.byId(county, _id) : undefined;
      const change = await changeOf(county, leg?.about ?? _id);
      const until = performance.now() + deps.legMs;
      if (await walk(deps, change, () => performance.now() > until)) return;
      await stored.legs.add(change, ['leg', _id, entry.id], {}, deps.now());
    },
  };
}

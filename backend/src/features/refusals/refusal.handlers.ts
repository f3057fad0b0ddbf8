import type { EntryHandler } from '../../tasks';
import type { RefusalDeps } from './refusal.deps';
import { refusalRepository } from './refusal.repository';
import { refusals } from './refusals';

/** What the relay delivers of refusals. */
export interface RefusalHandlers {
  readonly timer: EntryHandler;
  readonly refusalMoved: EntryHandler;
}

/** A notice that was agreed to, or served before witnesses, is given: its link is done. Nothing else follows. */
export function refusalHandlers(deps: RefusalDeps): RefusalHandlers {
  return {
    timer: refusals(deps).timer,
    async refusalMoved({ county, _id }) {
      const refusal = await refusalRepository(deps.connection).byId(county, _id);
      const [about, linkId] = [refusal?.about, refusal?.detail.link];
      if (!refusal || about === undefined || linkId === undefined) return;
      if (!['AGREED', 'SERVED'].includes(refusal.state)) return;
      await deps.moveLink({ county, about, link: 'NOTICE', linkId, how: 'finish', because: _id });
    },
  };
}

import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { EntryHandler } from '../../tasks';
import { type CaseFound, type LinkMove, ruleOn } from '../quarantine';
import { planFor } from './counting.rules';
import type { Episode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { episodes } from './episodes';
import { followRoomOf, leaveRooms, namesInRooms } from './follow-room';
import { openHomeEvent } from './home-event';
import { lookAtOthers, lookAtPhaseEnd } from './look-at-end';
import { openWho } from './read-episodes';
import { openSuccessor } from './successor';
import { deliveryPlans } from './supply/delivery-plans';
import { followPlace } from './supply/follow-place';
import { needsDelivery } from './supply/needs-delivery';

/** What the relay delivers for quarantines. Each reads how things are now, so that order and repeats do not matter. */
export interface EpisodeHandlers {
  readonly timer: EntryHandler;
  readonly planTimer: EntryHandler;
  readonly phaseEnd: EntryHandler;
  /** A health report with a fever or a symptom: a doctor is called. */
  readonly symptomFollows: EntryHandler;
  readonly chainLinks: EntryHandler;
  /** Door rules and the supply clock come along. */
  readonly whereChanged: EntryHandler;
  /** The room of a site, known by now. */
  readonly roomFollows: EntryHandler;
  readonly roomSampled: EntryHandler;
  readonly clearCode: EntryHandler;
  readonly caseFound: EntryHandler;
  /** The home of somebody who is positive, in care, or has died. */
  readonly homeEvent: EntryHandler;
  readonly successor: EntryHandler;
  readonly supplyNeeded: EntryHandler;
}

/** Joins quarantines with chains, households, codes and supplies. */
export function episodeHandlers(deps: EpisodeDeps): EpisodeHandlers {
  const stored = episodeRepository(deps.connection);
  const ofEpisode =
    (follow: (record: Episode, entry: Parameters<EntryHandler>[1]) => Promise<void>): EntryHandler =>
    async ({ county, _id }, entry) => {
      const record = await stored.byId(county, _id);
      if (record) await follow(record, entry);
    };
  return {
    timer: episodes(deps).timer,
    planTimer: deliveryPlans(deps).timer,
    phaseEnd: ofEpisode((record, entry) => lookAtPhaseEnd(deps, record, entry.id)),
    symptomFollows: ofEpisode(async (record, { payload }) => {
      const report = record.detail.reports.find(({ opId }) => opId === payload.opId);
      if (!report) return;
      await episodes(deps).follow(record, 'alertSymptom', {
        because: report.opId,
        body: { sealedWords: report.sealed },
      });
    }),
    chainLinks: ofEpisode((record, entry) => tellChain(deps, record, entry)),
    whereChanged: ofEpisode(async (record, entry) => {
      await followDoor(deps, record);
      await followPlace(deps, record);
      await followRoomOf(deps, record);
      await leaveRooms(deps, record);
      await lookAtOthers(deps, record, entry.id);
    }),
    caseFound: ofEpisode(async (record, { payload }) => {
      const who = await openWho(deps, record);
      const { county, _id: foundIn, area } = record;
      const because = payload.because as CaseFound['because']; // written by our own verbs
      if (who) await deps.openInvestigation({ county, foundIn, area: areaId(area), who, because });
    }),
    homeEvent: ofEpisode((record, entry) => openHomeEvent(deps, record, entry)),
    roomFollows: ofEpisode((record) => followRoomOf(deps, record)),
    roomSampled: ofEpisode(({ county, ...record }, { payload }) =>
      deps.rooms.sampleRoom({
        ...{ county, people: namesInRooms(record), at: new Date(String(payload.at)), by: String(payload.by) },
      }),
    ),
    clearCode: ofEpisode((record, { payload }) => askClearing(deps, record, String(payload.because))),
    successor: ofEpisode((record, entry) => openSuccessor(deps, record, entry)),
    supplyNeeded: needsDelivery(deps),
  };
}

/** Whoever ended the quarantine has written the request; where no code was asked for, none is cleared. */
async function askClearing(deps: EpisodeDeps, record: Episode, because: string): Promise<void> {
  if (await neverHadCode(deps, record)) return;
  const { county, _id: episode, about, area, household, parties = [], history, enteredBy, detail } = record;
  const who = await openWho(deps, record);
  const writers = history.filter(({ opId, by }) => opId === enteredBy && by !== 'SYSTEM').map(({ by }) => by);
  await deps.askCodeClearing({
    ...{ county, episode, because, area: areaId(area), parties, who, writers, category: detail.category },
    ...(about ? { about } : {}),
    ...(household ? { household } : {}),
  });
}

/** Whether the row by which somebody was looked after asks for no code, not even for a missed test. Unknown: it may have. */
async function neverHadCode(deps: EpisodeDeps, { county, detail }: Episode): Promise<boolean> {
  const { foundAt, category } = detail;
  const rule = ruleOn(await deps.policyAt(county, foundAt), category, dayOf(foundAt));
  return rule !== undefined && rule.code === 'NONE' && rule.codeOnMiss === undefined;
}

/** A link is begun before it is finished; the chain passes over what has happened already. */
async function tellChain(deps: EpisodeDeps, record: Episode, { id, payload }: Parameters<EntryHandler>[1]) {
  const { county, about } = record;
  if (!about) return;
  const moves = payload.moves as readonly Pick<LinkMove, 'link' | 'how' | 'reason'>[]; // written by our own verbs
  for (const move of moves) {
    // an end as it is by now, in whatever order two changes of it are told
    const endsAt = move.how === 'moveEnd' ? { endsAt: planFor(record.detail).endsAt } : {};
    const told = { ...move, ...endsAt, county, about, because: id };
    if (move.how === 'finish' || move.how === 'fail') await deps.moveLink({ ...told, how: 'start' });
    await deps.moveLink(told);
  }
}

/** The last one of a home to be free takes the rules of its door along. */
async function followDoor(deps: EpisodeDeps, { county, household }: Episode): Promise<void> {
  if (!household) return;
  const all = await stillThere(deps, county, household);
  await deps.setInQuarantine(county, household, all.length > 0);
}

/** Who of a home is in quarantine there, or will be back. */
async function stillThere(deps: EpisodeDeps, county: string, household: string): Promise<Episode[]> {
  const all = await episodeRepository(deps.connection).ofHousehold(county, household);
  return all.filter(
    ({ detail }) => detail.endedAt === undefined && detail.placement !== undefined && detail.placement !== 'CENTRAL',
  );
}

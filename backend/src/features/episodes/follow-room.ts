import { isInPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { SiteRoom } from '../quarantine';
import type { Episode, EpisodeAction } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { episodes } from './episodes';

/** Under which names a room may know somebody. */
export const namesInRooms = ({ _id, about, detail }: Pick<Episode, '_id' | 'about' | 'detail'>): string[] =>
  [_id, about, detail.predecessor].flatMap((name) => name ?? []);

/** The quarantine of somebody whose room has changed comes along; who is in none is passed over. */
export async function followRoom(deps: EpisodeDeps, county: string, person: string): Promise<void> {
  const stored = episodeRepository(deps.connection);
  const found = await stored.ofPeople(county, [person]);
  const successors = found.flatMap(({ detail }) => detail.successor ?? []);
  const open = [...found, ...(await stored.byIds(county, successors))].find(isRunning);
  if (open) await followRoomOf(deps, open);
}

const isRunning = ({ detail }: Episode) => detail.endedAt === undefined;

/** Brings the quarantine to where the room says it is, and its samples to what the room says was taken. */
export async function followRoomOf(deps: EpisodeDeps, { county, _id }: Episode): Promise<void> {
  const record = await episodeRepository(deps.connection).byId(county, _id);
  const room = record && isRunning(record) ? await deps.rooms.roomOf(county, namesInRooms(record)) : undefined;
  if (!record || !room) return;
  const action = actionFor(record, room);
  if (action) {
    const { room: id, siteName: site, label, area, notice, movedInBy: because } = room;
    const body = { notice, site, room: label, known: { room: id, area } };
    await episodes(deps).follow(record, action, { because, body });
  }
  await followSamples(deps, room, record);
}

/** What moving into a room is for somebody's quarantine: it begins, a move ends, or only the door is another. Pure. */
function actionFor({ state, detail }: Episode, { room }: SiteRoom): EpisodeAction | undefined {
  if (state === 'ASSESSED') return detail.verdict === 'CENTRAL' ? 'startCentral' : undefined;
  if (state === 'MOVED') return detail.moveTo === 'CENTRAL' ? 'settleCentral' : undefined;
  return detail.placement === 'CENTRAL' && detail.room !== room ? 'changeRoom' : undefined;
}

/** Samples of person, belongings and room together, taken since this quarantine began: what its end waits for. */
async function followSamples(deps: EpisodeDeps, { room, sampled }: SiteRoom, before: Episode): Promise<void> {
  const { county, _id: id } = before;
  const record = await episodeRepository(deps.connection).byId(county, id);
  if (!record || !sampled || record.detail.room !== room) return;
  const { siteSamplesAt, foundAt } = record.detail;
  if (sampled.at < foundAt || (siteSamplesAt && siteSamplesAt >= sampled.at)) return;
  const opId = derivedId(county, id, 'samples of the room', sampled.at.toISOString());
  const actor = { system: 'outbox', county } as const;
  const body = { withRoom: true, takenBy: sampled.by } as const;
  await fire(() => episodes(deps).act({ county, id, action: 'swab', actor, opId, occurredAt: sampled.at, body }));
}

/** Ends after which nobody comes back for anything; whoever is free packs first, and the site says when the room is empty. */
const gone: readonly string[] = ['POSITIVE_TRANSFER', 'DECEASED', 'HANDED_OUT'];

/** Whoever has died, fallen ill or settled at home has left the room of the site. */
export async function leaveRooms(deps: EpisodeDeps, record: Episode): Promise<void> {
  const { county, state, detail } = record;
  const people = namesInRooms(record);
  if (gone.includes(state)) {
    await deps.rooms.leaveRooms({ county, people, before: detail.endedAt ?? deps.now(), isOver: true });
  }
  const settled = record.history.find(({ opId }) => opId === detail.placedBy);
  if (settled && detail.placement === 'HOME' && isInPhase(state)) {
    await deps.rooms.leaveRooms({ county, people, before: settled.recordedAt, isOver: false });
  }
}

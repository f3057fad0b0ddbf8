import { areasOf, isOwn, type PersonActor } from '../../lifecycle';
import type { FileFacts, FileRepository } from './file.repository';
import { rolesThatSee } from './readers.rules';
import type { RecordsThatShow } from './records-that-show';
import type { Shown } from './shown';

export interface MayReadDeps {
  readonly files: Pick<FileRepository, 'link'>;
  readonly shown: RecordsThatShow;
  readonly actorOf: (person: string) => Promise<PersonActor | undefined>;
  readonly now: () => Date;
}

/**
 * Whether a record that shows the file entitles this person: its household and those who speak for it, whoever holds it,
 * its grid and township; of bags at a handover point, who counts them inside; of bags that changed hands,
 * both carriers; of prescriptions, also its doctors; of a quarantine, the person and those who look after it,
 * who keeps the site among them while it runs there. The record
 * is known with the file, so that a proof stays in sight of the grid after its carrier has left.
 */
export function mayReadByRecord(deps: MayReadDeps): (file: FileFacts, actor: PersonActor) => Promise<boolean> {
  return async (file, actor) => {
    const linked = await showingRecords(deps, file);
    if (entitles(linked, file, actor, deps.now())) return true;
    return entitles(await deps.shown.byPeople(file, [actor]), file, actor, deps.now());
  };
}

/** The records that show a file, remembered with it once they are found. */
export async function showingRecords(deps: Omit<MayReadDeps, 'now'>, file: FileFacts): Promise<Shown[]> {
  if (file.records && file.records.length > 0) return deps.shown.byId(file, file.records);
  const sender = await deps.actorOf(file.by);
  if (!sender) return [];
  const near = await deps.shown.byPeople(file, [sender]);
  const found = near.length > 0 ? near : await deps.shown.bySender(file, sender);
  if (found.length > 0) {
    await deps.files.link(
      file,
      found.map(({ _id }) => _id),
    );
  }
  return found;
}

function entitles(shown: readonly Shown[], file: FileFacts, actor: PersonActor, at: Date): boolean {
  const areasFor = (isAtSite: boolean) =>
    rolesThatSee(file.purpose, isAtSite).flatMap((role) => areasOf(actor, role, at));
  return shown.some(
    ({ scope, assignment, detail, isAtSite = false, ...whose }) =>
      isOwn(whose, actor) ||
      (assignment.assignee === actor.personId && !isOfOldDoor(detail, file)) ||
      countsInside(detail) === actor.personId ||
      gaveOrTook(detail, file, actor) ||
      areasFor(isAtSite).some((area) => scope.includes(area)),
  );
}

/** Who gave the bags on this photo, and who took them, also when they have gone on to a third (handbook 2.1). */
function gaveOrTook(detail: Shown['detail'], { _id }: FileFacts, { personId }: PersonActor): boolean {
  // every kind of task keeps its own detail; of this one only what is looked for here is read
  type Passed = readonly Record<string, unknown>[];
  const { handoverPhotos = [], handovers = [] } = Object(detail) as { handoverPhotos?: Passed; handovers?: Passed };
  const ofDelivery = handoverPhotos.map(({ photo, by, to }) => ({ photo, people: [by, to] }));
  const ofRun = handovers.map(({ photo, from, to }) => ({ photo, people: [from, to] }));
  return [...ofDelivery, ...ofRun].some(({ photo, people }) => photo === _id && people.includes(personId));
}

/** What a household sends with its request, and no carrier. */
const ofHousehold: readonly string[] = ['VOICE_NOTE', 'PRESCRIPTION'];

/** What a household said to its own door, once the goods go to another one (handbook 8). */
function isOfOldDoor(detail: Shown['detail'], { purpose }: FileFacts): boolean {
  return ofHousehold.includes(purpose) && typeof detail === 'object' && detail !== null && 'sentElsewhereAt' in detail;
}

/** Who counted bags inside a sealed zone, which another runner left at its point (handbook 2.1b). */
function countsInside(detail: Shown['detail']): unknown {
  return typeof detail === 'object' && detail !== null && 'inside' in detail ? detail.inside : undefined;
}

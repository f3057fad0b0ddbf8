import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { householdsOf, type PersonActor } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FileFacts } from './file.repository';
import { latePhotos } from './late-photos.repository';
import { type Read, type Shown, shownOf } from './shown';

const kind = 'QUARANTINE_EPISODE' as const;
/** Where a quarantine names a file, by what the file is for. */
const named = { SELF_TEST: 'detail.reports.selfTestPhoto', NOTICE: 'detail.notice.photo' } as const;
const fields =
  'kind state history scope household parties assignment detail.successor detail.verdict detail.placement detail.moveTo';
/** One file is named by one quarantine, and by what that was converted to; of a home, by those who live in it. */
const atMost = 100;

type QuarantineFile = FileFacts & { readonly purpose: keyof typeof named };

/** Whether a file is shown by quarantines, and not by tasks. Pure. */
export function isOfQuarantine(file: FileFacts): file is QuarantineFile {
  return file.purpose in named;
}

/** Finds the quarantines that show a file. */
export function showingQuarantines(connection: Connection) {
  const records = recordModel(connection, 'episodes');
  const late = latePhotos(connection);

  const read = async (filter: object): Promise<Shown[]> =>
    (await records.find(trustedFilter(filter)).select(fields).limit(atMost).lean<Read[]>()).map(shownOf);
  const find = ({ _id, county, purpose }: QuarantineFile, where: object): Promise<Shown[]> =>
    read({ county, kind, ...where, [named[purpose]]: _id });

  /** With a self-test may also come a report that was too late for its quarantine: it shows the photo all the same. */
  async function findWithLate(file: QuarantineFile, where: object): Promise<Shown[]> {
    const found = await find(file, where);
    if (found.length > 0 || file.purpose !== 'SELF_TEST') return found;
    const all = await read({ county: file.county, kind, ...where });
    const reported = await late(
      file,
      all.map(({ _id }) => _id),
    );
    return all.filter(({ _id }) => reported.includes(_id));
  }

  /** With what they were converted to since, as far as that shows the file too: a notice goes along. */
  async function byId(file: QuarantineFile, ids: readonly string[]): Promise<Shown[]> {
    if (ids.length === 0) return [];
    const found = await findWithLate(file, withIds(file.county, ids));
    return [...found, ...(await byId(file, found.flatMap(successorOf)))];
  }

  return {
    byId,

    /** By the homes of these people, and by their own names: never by scanning. */
    async byPeople(file: QuarantineFile, people: readonly PersonActor[]): Promise<Shown[]> {
      const households = people.flatMap((person) => householdsOf(person));
      const [own, lived] = await Promise.all([
        findWithLate(file, { parties: { $in: people.map(({ personId }) => personId) } }),
        households.length === 0 ? [] : findWithLate(file, { household: { $in: households } }),
      ]);
      return [...new Map([...own, ...lived].map((record) => [record._id, record])).values()];
    },

    /** In the places of whoever sent it: a grid worker has no part in the home whose notice was signed. */
    async bySender(file: QuarantineFile, sender: PersonActor): Promise<Shown[]> {
      const areas = sender.grants.map(({ area }) => area);
      return areas.length === 0 ? [] : find(file, { scope: { $in: areas } });
    },
  };
}

function successorOf({ detail }: Shown): string[] {
  // every kind of record keeps its own detail; of this one only the successor is read
  const { successor } = Object(detail) as { readonly successor?: string };
  return successor === undefined ? [] : [successor];
}

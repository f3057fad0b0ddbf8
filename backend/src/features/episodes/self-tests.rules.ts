import { earliest } from '@grid-relief/shared-types/primitives/instants';
import type { SelfTestDay } from '@grid-relief/shared-types/quarantine/health-report.schema';
import { selfTestDays } from '../quarantine';
import { countOf, dayNumberFor } from './counting.rules';
import type { EpisodeDetail, HealthReport, HealthWords } from './episode';

/** A day with its photos, whoever may open them. */
export type SelfTests = Omit<SelfTestDay, 'photos'> & { readonly photos: readonly string[] };
type Words = ReadonlyMap<string, HealthWords>;

/**
 * The days up to now that asked for a self-test or have one, oldest first: what was said, and whether a photo came. One
 * without a photo is as good a report; whoever looks after the person sees that there is none (handbook 2.3). Pure.
 * @param words what each report says, opened, by its operation
 * @param late reports that came after the end: they ask for nothing, and are looked at like the others
 */
export function selfTestsOf(
  detail: EpisodeDetail,
  words: Words,
  now: Date,
  late: readonly HealthReport[] = [],
): SelfTests[] {
  const until = detail.endedAt ? earliest(detail.endedAt, now) : now;
  const asked = detail.antigen ? selfTestDays(countOf(detail), detail.antigen, until).map(({ date }) => date) : [];
  const hasOne = ({ opId, selfTestPhoto }: HealthReport) =>
    selfTestPhoto !== undefined || words.get(opId)?.selfTest !== undefined;
  const reported = [...detail.reports, ...late].filter(hasOne);
  const days = [...new Set([...asked, ...reported.map(({ day }) => day)])].sort();
  return days.map((day) => {
    const own = reported.filter((report) => report.day === day);
    const said = own.flatMap(({ opId }) => words.get(opId)?.selfTest ?? []);
    const photos = own.flatMap(({ selfTestPhoto }) => selfTestPhoto ?? []);
    return {
      ...{ day, number: dayNumberFor(detail, day), isAsked: asked.includes(day), isSaid: said.length > 0, photos },
      hasPhoto: photos.length > 0,
      ...(own.some((report) => late.includes(report)) ? { isLate: true as const } : {}),
      ...(said.length > 0 ? { result: said.includes('POSITIVE') ? 'POSITIVE' : 'NEGATIVE' } : {}),
    };
  });
}
